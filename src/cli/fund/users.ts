import { readAccessFilter, type AccessFilterTexts } from '#application/identity/access-filter';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { namePeople } from '#application/identity/name-people';
import {
  DEPARTMENT_WORDS,
  FINDING_WORDS,
  GRANT_WORDS,
  ROLE_WORDS,
  wordOf,
} from '#application/rendering/record-words';
import { amount, listText, instant, text } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** As many as a page of the log shows. */
const PAGE = 200;

/** `tongchou users`: everybody who has or had an account. */
export async function runUsers(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async ({ identityStore }) => {
    const users = await identityStore.within(MACHINE_SCOPE, (office) => office.listUsers());
    type User = (typeof users)[number];
    const columns = [
      text<User>('编号', 'id', ({ id }) => id),
      text<User>('登录名', 'login', ({ login }) => login),
      text<User>('姓名', 'name', ({ name }) => name),
      text<User>('部门', 'department', ({ department }) => wordOf(DEPARTMENT_WORDS, department)),
      text<User>('地区', 'place', ({ place }) => place),
      instant<User>('建立', 'since', ({ createdAt }) => createdAt),
      instant<User>('停用', 'ended', ({ endedAt }) => endedAt),
    ];
    return print(services, options, { users }, (language) => listText(language, columns, users));
  });
}

/** `tongchou users grants`: which role each holds where, who asked for it and who decided. */
export async function runGrants(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const grants = await store.identityStore.within(MACHINE_SCOPE, (office) => office.listGrants());
    const { nameOf } = await namePeople(
      store,
      grants.flatMap(({ userId, requestedBy, decidedBy }) => [userId, requestedBy, decidedBy]),
    );
    type Grant = (typeof grants)[number];
    const columns = [
      text<Grant>('用户', 'user', ({ userId }) => nameOf(userId)),
      text<Grant>('角色', 'role', ({ role }) => wordOf(ROLE_WORDS, role)),
      text<Grant>('地区', 'place', ({ place }) => place),
      text<Grant>('状态', 'state', ({ state }) => wordOf(GRANT_WORDS, state)),
      text<Grant>('申请人', 'asked by', ({ requestedBy: by }) => (by === null ? null : nameOf(by))),
      text<Grant>('确认人', 'decided by', ({ decidedBy: by }) => (by === null ? null : nameOf(by))),
      text<Grant>('理由', 'reason', ({ reason }) => reason),
    ];
    return print(services, options, { grants }, (language) => listText(language, columns, grants));
  });
}

/** `tongchou users break-glass`: emergency accesses with their reviews. */
export async function runBreakGlass(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const accesses = await store.identityStore.within(MACHINE_SCOPE, (office) => office.listBreakGlass());
    const { nameOf } = await namePeople(
      store,
      accesses.flatMap(({ userId, reviewedBy }) => [userId, reviewedBy]),
    );
    type Access = (typeof accesses)[number];
    const columns = [
      text<Access>('用户', 'user', ({ userId }) => nameOf(userId)),
      text<Access>('角色', 'role', ({ role }) => wordOf(ROLE_WORDS, role)),
      text<Access>('地区', 'place', ({ place }) => place),
      instant<Access>('起', 'from', ({ startedAt }) => startedAt),
      text<Access>('止', 'until', ({ until }) => until),
      text<Access>('理由', 'reason', ({ reason }) => reason),
      text<Access>('复核', 'review', ({ finding }) =>
        finding === null ? { zh: '待复核', en: 'waiting' } : wordOf(FINDING_WORDS, finding),
      ),
      text<Access>('复核人', 'reviewed by', ({ reviewedBy: by }) => (by === null ? null : nameOf(by))),
      text<Access>('说明', 'note', ({ note }) => note),
    ];
    return print(services, options, { accesses }, (language) => listText(language, columns, accesses));
  });
}

export interface AccessOptions extends ListOptions, Omit<AccessFilterTexts, 'outcome'> {
  readonly refused?: boolean;
}

/** `tongchou users access`: who called what about which place, the newest first. */
export async function runAccess(
  services: CliServices,
  { json = false, refused: onlyRefused = false, ...texts }: AccessOptions,
): Promise<ExitStatus> {
  const filter = readAccessFilter({ ...texts, ...(onlyRefused ? { outcome: 'refused' } : {}) });
  if (!filter.allowed) return refused(services.terminal, filter.refusals);
  return withStore(services, async (store) => {
    const found = await store.identityStore.within(MACHINE_SCOPE, (office) =>
      office.listAccess(PAGE, filter.value),
    );
    const entries = found.map((entry) => ({ ...entry, number: entry.number.toString() }));
    const last = entries.length < PAGE ? undefined : entries.at(-1)?.number;
    if (last !== undefined) services.terminal.err(`--below ${last}\n`);
    const { nameOf } = await namePeople(
      store,
      entries.map(({ userId }) => userId),
    );
    type Entry = (typeof entries)[number];
    const columns = [
      amount<Entry>('编号', 'number', ({ number }) => number),
      instant<Entry>('时间', 'at', ({ at }) => at),
      text<Entry>('用户', 'user', ({ userId }) => (userId === null ? null : nameOf(userId))),
      text<Entry>('调用', 'call', ({ method, route }) => `${method} ${route}`),
      text<Entry>('地区', 'place', ({ place }) => place),
      text<Entry>('记录', 'record', ({ record }) => record),
      amount<Entry>('答复', 'status', ({ status }) => status),
      text<Entry>('紧急访问', 'emergency access', ({ breakGlassId }) => breakGlassId),
    ];
    return print(services, { json }, { entries }, (language) => listText(language, columns, entries));
  });
}
