import type { Refusal } from '#kernel/decision';

export function subjectMissing(): Refusal {
  return {
    code: 'subject_missing',
    at: 'subject',
    what: { zh: '未写统一身份标识', en: 'the identifier at the provider is missing' },
    next: { zh: '请写明登录页所示的标识', en: 'give the identifier that the sign-in page showed' },
  };
}

export function alreadyBound(): Refusal {
  return {
    code: 'already_bound',
    at: 'subject',
    what: {
      zh: '此用户或此标识已有绑定，或正待确认',
      en: 'the user or the identifier is bound already, or waits for it',
    },
    next: { zh: '请先停止原绑定', en: 'end the other binding first' },
  };
}

export function unknownBinding(id: string): Refusal {
  return {
    code: 'unknown_binding',
    at: id,
    what: { zh: '所辖范围内没有这项绑定', en: 'there is no such binding within your places' },
    next: { zh: '请查看绑定列表', en: 'look at the list of bindings' },
  };
}

export function bindingDecided(id: string): Refusal {
  return {
    code: 'binding_decided',
    at: id,
    what: { zh: '这项绑定已经办理', en: 'this binding has been decided or ended' },
    next: { zh: '请重看绑定列表', en: 'look at the list of bindings again' },
  };
}
