import type { Refusal } from '#kernel/decision';

export function noProvider(): Refusal {
  return {
    code: 'no_provider',
    at: '',
    what: { zh: '没有设置统一身份认证', en: 'no provider of identities is set up' },
    next: { zh: '请用登录名和密码登录', en: 'sign in by name and password' },
  };
}

export function providerUnreachable(issuer: string): Refusal {
  return {
    code: 'provider_unreachable',
    at: issuer,
    what: { zh: '连接不上统一身份认证', en: 'the provider of identities cannot be reached' },
    next: { zh: '请稍后再试，或用登录名和密码登录', en: 'try again later, or sign in by name and password' },
  };
}

/** @param reason the provider's or the library's code, such as OAUTH_JWT_CLAIM_COMPARISON_FAILED */
export function providerRefused(reason: string): Refusal {
  return {
    code: 'provider_refused',
    at: reason,
    what: {
      zh: '统一身份认证没有确认身份，或其答复不合规定',
      en: 'the provider of identities did not vouch for anyone, or its answer does not hold',
    },
    next: {
      zh: '请重新登录；仍不行请告诉系统管理员',
      en: 'sign in anew; if it persists, tell the administrator',
    },
  };
}

export function signInNotBegun(): Refusal {
  return {
    code: 'sign_in_not_begun',
    at: 'state',
    what: {
      zh: '这次登录不是从本浏览器开始的，或已用过、已过期',
      en: 'the sign-in was not begun in this browser, or has been used, or is too old',
    },
    next: { zh: '请回到登录页重新登录', en: 'begin again at the sign-in page' },
  };
}

export function subjectNotBound(subject: string): Refusal {
  return {
    code: 'subject_not_bound',
    at: subject,
    what: {
      zh: '身份已确认，但没有账号与之绑定',
      en: 'the provider vouches for you, but no account is bound to that identity',
    },
    next: {
      zh: '请把此处的标识告诉管理员，由两名管理员办理绑定',
      en: 'tell an administrator the identifier shown here; two administrators bind it',
    },
  };
}
