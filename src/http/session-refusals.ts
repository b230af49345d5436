import type { RoleId } from '#application/identity/caller';
import type { Refusal } from '#kernel/decision';

export const NOT_SIGNED_IN: Refusal = {
  code: 'not_signed_in',
  at: 'Cookie',
  what: { zh: '没有登录，或登录已过期', en: 'nobody is signed in, or the session is over' },
  next: { zh: '请登录', en: 'sign in' },
};

export const PASSWORD_CHANGE_NEEDED: Refusal = {
  code: 'password_change_needed',
  at: '',
  what: { zh: '初始密码尚未更换', en: 'the initial password has not been replaced' },
  next: { zh: '请先更换密码', en: 'replace it first' },
};

export const PLACE_MISSING: Refusal = {
  code: 'missing_place',
  at: 'place',
  what: { zh: '未写明地区', en: 'no place is named' },
  next: { zh: '请写明地区', en: 'name the place' },
};

export function roleMissing(roles: readonly RoleId[]): Refusal {
  return {
    code: 'role_missing',
    at: roles.join(' '),
    what: { zh: '没有办理此事所需的角色', en: 'none of the roles that this takes is held' },
    next: { zh: '请向管理员申请授权', en: 'ask an administrator for a grant' },
  };
}

export function outsidePlaces(place: string): Refusal {
  return {
    code: 'outside_your_places',
    at: place,
    what: { zh: '此地区不在授权范围内', en: 'the place lies outside of what is granted' },
    next: {
      zh: '请改地区，或申请授权；紧急时可办理紧急访问',
      en: 'choose another, ask for a grant, or take emergency access',
    },
  };
}

export const TOKEN_NOT_VALID: Refusal = {
  code: 'set_up_token_not_valid',
  at: 'token',
  what: { zh: '一次性令牌无效或已用过', en: 'the one-time token is not valid or has been used' },
  next: {
    zh: '请重新启动程序取得新令牌，或用 tongchou admin first',
    en: 'start the program again for a new one, or use tongchou admin first',
  },
};
