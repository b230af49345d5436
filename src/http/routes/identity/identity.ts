import { addUserRoute } from '#http/routes/identity/add-user';
import { changeOwnPassword } from '#http/routes/identity/change-password';
import { decideGrantRoute } from '#http/routes/identity/decide-grant';
import { endGrantRoute } from '#http/routes/identity/end-grant';
import { endUserRoute } from '#http/routes/identity/end-user';
import { listAccess } from '#http/routes/identity/list-access';
import { listBreakGlass } from '#http/routes/identity/list-break-glass';
import { listGrants } from '#http/routes/identity/list-grants';
import { namePeopleRoute } from '#http/routes/identity/name-people';
import { listUsers } from '#http/routes/identity/list-users';
import { makeFirstAdministratorRoute } from '#http/routes/identity/make-first-administrator';
import { requestGrantRoute } from '#http/routes/identity/request-grant';
import { resetPasswordRoute } from '#http/routes/identity/reset-password';
import { reviewBreakGlassRoute } from '#http/routes/identity/review-break-glass';
import { signInRoute } from '#http/routes/identity/sign-in';
import { signOut } from '#http/routes/identity/sign-out';
import { takeBreakGlassRoute } from '#http/routes/identity/take-break-glass';
import { whoAmI } from '#http/routes/identity/who-am-i';
import { beginProviderSignInRoute } from '#http/routes/identity/begin-provider-sign-in';
import { decideBindingRoute } from '#http/routes/identity/decide-binding';
import { endBindingRoute } from '#http/routes/identity/end-binding';
import { finishProviderSignInRoute } from '#http/routes/identity/finish-provider-sign-in';
import { listBindings } from '#http/routes/identity/list-bindings';
import { listRolesRoute } from '#http/routes/identity/list-roles';
import { requestBindingRoute } from '#http/routes/identity/request-binding';
import { signInState } from '#http/routes/identity/sign-in-state';
import type { HttpApp, HttpServices } from '#http/services';

/** Sessions, users, grants, emergency access and the access log. */
export const IDENTITY_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  makeFirstAdministratorRoute,
  signInRoute,
  whoAmI,
  signOut,
  changeOwnPassword,
  namePeopleRoute,
  listUsers,
  addUserRoute,
  resetPasswordRoute,
  endUserRoute,
  listGrants,
  requestGrantRoute,
  decideGrantRoute,
  endGrantRoute,
  listAccess,
  takeBreakGlassRoute,
  listBreakGlass,
  reviewBreakGlassRoute,
  signInState,
  listRolesRoute,
  beginProviderSignInRoute,
  finishProviderSignInRoute,
  listBindings,
  requestBindingRoute,
  decideBindingRoute,
  endBindingRoute,
];
