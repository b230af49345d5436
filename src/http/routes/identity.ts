import { addUserRoute } from '#http/routes/add-user';
import { changeOwnPassword } from '#http/routes/change-password';
import { decideGrantRoute } from '#http/routes/decide-grant';
import { endGrantRoute } from '#http/routes/end-grant';
import { endUserRoute } from '#http/routes/end-user';
import { listAccess } from '#http/routes/list-access';
import { listBreakGlass } from '#http/routes/list-break-glass';
import { listGrants } from '#http/routes/list-grants';
import { namePeopleRoute } from '#http/routes/name-people';
import { listUsers } from '#http/routes/list-users';
import { makeFirstAdministratorRoute } from '#http/routes/make-first-administrator';
import { requestGrantRoute } from '#http/routes/request-grant';
import { resetPasswordRoute } from '#http/routes/reset-password';
import { reviewBreakGlassRoute } from '#http/routes/review-break-glass';
import { signInRoute } from '#http/routes/sign-in';
import { signOut } from '#http/routes/sign-out';
import { takeBreakGlassRoute } from '#http/routes/take-break-glass';
import { whoAmI } from '#http/routes/who-am-i';
import { beginProviderSignInRoute } from '#http/routes/begin-provider-sign-in';
import { decideBindingRoute } from '#http/routes/decide-binding';
import { endBindingRoute } from '#http/routes/end-binding';
import { finishProviderSignInRoute } from '#http/routes/finish-provider-sign-in';
import { listBindings } from '#http/routes/list-bindings';
import { listRolesRoute } from '#http/routes/list-roles';
import { requestBindingRoute } from '#http/routes/request-binding';
import { signInState } from '#http/routes/sign-in-state';
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
