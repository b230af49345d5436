import { DEPARTMENTS, type Department } from '#domain/identity/department';
import { ROLES, type RoleId } from '#domain/identity/roles';
import type { Refusal } from '#kernel/decision';

/** Refuses a sign-in; the same text for unknown name, wrong password and ended account, so that a guess learns nothing. */
export function signInRefused(): Refusal {
  return {
    code: 'sign_in_refused',
    at: 'login',
    what: {
      zh: '登录名或密码不对，或账号已停用',
      en: 'the login name or the password is wrong, or the account has been ended',
    },
    next: { zh: '请重试，或请管理员重设密码', en: 'try again, or have an administrator reset the password' },
  };
}

export function slowedDown(seconds: number): Refusal {
  return {
    code: 'slowed_down',
    at: 'login',
    what: {
      zh: `连续失败过多，须等 ${seconds} 秒`,
      en: `too many failures in a row; wait ${seconds} seconds`,
    },
    next: { zh: '请稍后再试', en: 'try again later' },
  };
}

export function wrongPassword(): Refusal {
  return {
    code: 'wrong_password',
    at: 'present',
    what: { zh: '现密码不对', en: 'the present password is wrong' },
    next: { zh: '请重试', en: 'try again' },
  };
}

export function samePassword(): Refusal {
  return {
    code: 'same_password',
    at: 'password',
    what: { zh: '新密码与现密码相同', en: 'the new password is the same as the present one' },
    next: { zh: '请另选密码', en: 'choose another password' },
  };
}

export function badLogin(): Refusal {
  return {
    code: 'bad_login',
    at: 'login',
    what: {
      zh: '登录名须为 3 至 40 个小写字母、数字、点、下划线或连字符，以字母开头',
      en: 'a login name has 3 to 40 lower-case letters, digits, dots, underscores or hyphens and begins with a letter',
    },
    next: { zh: '请改写登录名', en: 'change the login name' },
  };
}

export function loginTaken(login: string): Refusal {
  return {
    code: 'login_taken',
    at: login,
    what: { zh: '登录名已有人使用', en: 'the login name is taken' },
    next: { zh: '请另选登录名', en: 'choose another login name' },
  };
}

export function badName(): Refusal {
  return {
    code: 'name_missing',
    at: 'name',
    what: { zh: '未写姓名', en: 'the name is missing' },
    next: { zh: '请写明姓名', en: 'give the name' },
  };
}

export function badPlace(at: string): Refusal {
  return {
    code: 'bad_place',
    at,
    what: {
      zh: '地区须写成路径：省/市/县/乡/村 的编号，如 yunhai/linjiang',
      en: 'a place is a path of ids, the province first, such as yunhai/linjiang',
    },
    next: { zh: '请改写地区', en: 'change the place' },
  };
}

export function setUpOver(): Refusal {
  return {
    code: 'set_up_over',
    at: '',
    what: {
      zh: '已有两名管理员，首次设置已结束',
      en: 'there are two administrators; the first set-up is over',
    },
    next: { zh: '请由管理员登录后建立账号', en: 'have an administrator sign in and add the account' },
  };
}

export function userEnded(login: string): Refusal {
  return {
    code: 'user_ended',
    at: login,
    what: { zh: '账号已停用', en: 'the account has ended' },
    next: { zh: '请另建账号', en: 'add another account' },
  };
}

export function unknownUser(id: string): Refusal {
  return {
    code: 'unknown_user',
    at: id,
    what: { zh: '所辖范围内没有这个用户', en: 'there is no such user within your places' },
    next: { zh: '请查看用户列表', en: 'look at the list of users' },
  };
}

export function unknownGrant(id: string): Refusal {
  return {
    code: 'unknown_grant',
    at: id,
    what: { zh: '所辖范围内没有这项授权', en: 'there is no such grant within your places' },
    next: { zh: '请查看授权列表', en: 'look at the list of grants' },
  };
}

export function unknownBreakGlass(id: string): Refusal {
  return {
    code: 'unknown_break_glass',
    at: id,
    what: { zh: '所辖范围内没有这次紧急访问', en: 'there is no such emergency access within your places' },
    next: { zh: '请查看紧急访问列表', en: 'look at the list of emergency accesses' },
  };
}

export function roleNotForDepartment(role: RoleId, department: Department): Refusal {
  const [as, of] = [ROLES[role].label, DEPARTMENTS[department]];
  return {
    code: 'role_not_for_department',
    at: 'role',
    what: {
      zh: `${of.zh}部门的人员不能担任${as.zh}`,
      en: `a member of the ${of.en} department may not be ${as.en}`,
    },
    next: { zh: '请另选角色或人员', en: 'choose another role or person' },
  };
}

export function aboveHome(home: string): Refusal {
  return {
    code: 'above_home',
    at: 'place',
    what: {
      zh: `授权地区不在用户所属地区 ${home} 之内`,
      en: `the place does not lie within the user's own, ${home}`,
    },
    next: { zh: '请改地区，或在上级另建账号', en: 'choose a place within it, or add an account higher up' },
  };
}

export function alreadyGranted(): Refusal {
  return {
    code: 'already_granted',
    at: 'role',
    what: { zh: '同一授权已有或待确认', en: 'the same grant already exists or is waiting for confirmation' },
    next: { zh: '请查看授权列表', en: 'look at the list of grants' },
  };
}

export function rolesExclude(role: RoleId, other: RoleId): Refusal {
  const [one, two] = [ROLES[role].label, ROLES[other].label];
  return {
    code: 'roles_exclude',
    at: 'role',
    what: {
      zh: `${one.zh}与${two.zh}不得由一人担任`,
      en: `one person may not be both ${one.en} and ${two.en}`,
    },
    next: { zh: '请另选人员，或先停止原授权', en: 'choose another person, or end the other grant first' },
  };
}

export function grantDecided(id: string): Refusal {
  return {
    code: 'grant_decided',
    at: id,
    what: { zh: '这项授权已经办理', en: 'this grant is already decided or ended' },
    next: { zh: '请重看授权列表', en: 'open the list of grants again' },
  };
}

export function samePerson(id: string): Refusal {
  return {
    code: 'same_person',
    at: id,
    what: {
      zh: '须由另一人办理：您是申请人或受益人',
      en: 'another person must do it: you requested it or benefit from it',
    },
    next: { zh: '请由另一人办理', en: 'have another person do it' },
  };
}

export function roleNotHeld(role: RoleId): Refusal {
  return {
    code: 'role_not_held',
    at: 'role',
    what: {
      zh: `只能就本人已有的角色扩大地区，${ROLES[role].label.zh}不可`,
      en: `only a role that you hold can be used in more places for a time; you do not hold ${ROLES[role].label.en}`,
    },
    next: { zh: '请申请授权', en: 'request a grant' },
  };
}

export function badHours(longest: number): Refusal {
  return {
    code: 'bad_hours',
    at: 'hours',
    what: { zh: `时限须为 1 至 ${longest} 小时`, en: `the time must be 1 to ${longest} whole hours` },
    next: { zh: '请改时限；更久请申请授权', en: 'shorten the time; request a grant if it takes longer' },
  };
}

export function alreadyReviewed(id: string): Refusal {
  return {
    code: 'already_reviewed',
    at: id,
    what: { zh: '这次紧急访问已经复核', en: 'this emergency access is already reviewed' },
    next: { zh: '请重看列表', en: 'open the list again' },
  };
}
