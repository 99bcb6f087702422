import { AcceptInvitationInput, Accepted, Challenge, ConfirmResetInput, ConsoleMe, ConsoleSignInInput, ConsoleSignInResult, EmailChange, InvitationPreview, LinkTokenInput, MailCodeInput, ResetInput, VerifyCodeInput, VerifyTotpInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { businessOfToken } from '../domain/tokens.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { acceptInvitation, lookAtInvitation } from './accept-invitation.ts';
import { accountRoutes } from './account-routes.ts';
import { askConsoleReset } from './ask-reset.ts';
import { confirmEmailChange } from './change-email.ts';
import { confirmReset } from './confirm-reset.ts';
import { sessionCookie } from './console-cookie.ts';
import { consoleSignIn, type BusinessChoice } from './console-sign-in.ts';
import { assertConsolePage, consoleVisit, type ConsoleVisit } from './console-visit.ts';
import { deadLink, wrongCode, type Outcome } from './finish-sign-in.ts';
import { mailCodeToStaff } from './mail-code.ts';
import { readConsoleMe } from './read-me.ts';
import { staffRoutes } from './staff-routes.ts';
import { verifyCode } from './verify-code.ts';
import { verifyLink } from './verify-link.ts';
import { verifyTotp } from './verify-totp.ts';

type SetHeader = (name: string, value: string) => void;
const door = { method: 'post', access: 'open', rate: 'sign_in' } as const;

/** Nobody knows the business at the console's door: the token that is shown says whose it claims to be. */
function withinToken(token: string, otherwise: () => Error): Pick<Scope, 'businessId'> {
  const businessId = businessOfToken(token);
  if (businessId === undefined) throw otherwise();
  return { businessId };
}

export function consoleAuthRoutes(deps: Deps): readonly DeclaredRoute[] {
  /** Sets the mark with every answer, so that a known device and a new one get the same one. */
  const settle = (outcome: Outcome | BusinessChoice, visit: ConsoleVisit, setHeader: SetHeader) => {
    setHeader('Set-Cookie', visit.markCookie);
    if (outcome.status !== 'signed_in') return outcome;
    setHeader('Set-Cookie', sessionCookie(deps, outcome.session));
    return { status: outcome.status };
  };
  return [
    route({ ...door, path: '/v1/console/sign-in', summary: 'Sign in with e-mail and password', body: ConsoleSignInInput, output: ConsoleSignInResult },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        return settle(await consoleSignIn(deps, visit, body), visit, setHeader);
      }),
    route({ ...door, rate: 'mail', path: '/v1/console/mail-code', summary: 'Mail a code and a link to sign in with', body: MailCodeInput, output: Challenge },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        setHeader('Set-Cookie', visit.markCookie);
        return mailCodeToStaff(deps, visit, body);
      }),
    route({ ...door, path: '/v1/console/verify-code', summary: 'Type the mailed code', body: VerifyCodeInput, output: ConsoleSignInResult },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        return settle(await verifyCode(deps, withinToken(body.challengeId, wrongCode), visit, body), visit, setHeader);
      }),
    route({ ...door, path: '/v1/console/verify-link', summary: 'Use the mailed link', body: LinkTokenInput, output: ConsoleSignInResult },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        return settle(await verifyLink(deps, withinToken(body.token, deadLink), visit, body), visit, setHeader);
      }),
    route({ ...door, path: '/v1/console/verify-totp', summary: 'Type the code of the authenticator app', body: VerifyTotpInput, output: ConsoleSignInResult },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        return settle(await verifyTotp(deps, withinToken(body.challengeId, wrongCode), visit, body), visit, setHeader);
      }),
    route({ ...door, path: '/v1/console/invitation', summary: 'Look at an invitation', body: LinkTokenInput, output: InvitationPreview },
      async ({ body, request }) => {
        assertConsolePage(deps, request);
        return lookAtInvitation(deps, withinToken(body.token, deadLink), 'staff', body.token);
      }),
    route({ ...door, path: '/v1/console/accept-invitation', summary: 'Accept an invitation and set a password', body: AcceptInvitationInput, output: ConsoleSignInResult },
      async ({ body, request, setHeader }) => {
        const visit = consoleVisit(deps, request);
        return settle(await acceptInvitation(deps, withinToken(body.token, deadLink), visit, body), visit, setHeader);
      }),
    route({ ...door, rate: 'mail', path: '/v1/console/reset', summary: 'Mail a link to set a new password', body: ResetInput, output: Accepted, status: 202 },
      async ({ body, request }) => {
        assertConsolePage(deps, request);
        await askConsoleReset(deps, body);
        return { accepted: true as const };
      }),
    route({ ...door, path: '/v1/console/confirm-reset', summary: 'Set a new password', body: ConfirmResetInput, output: Accepted },
      async ({ body, request }) => {
        assertConsolePage(deps, request);
        await confirmReset(deps, withinToken(body.token, deadLink), 'staff', body);
        return { accepted: true as const };
      }),
    writeRoute({ ...door, path: '/v1/console/confirm-email', summary: 'Confirm a change of address', body: LinkTokenInput, output: EmailChange },
      ({ body, request }, tx) => {
        assertConsolePage(deps, request);
        return confirmEmailChange(deps, tx, withinToken(body.token, deadLink), 'staff', body.token);
      }),
    route({ method: 'get', path: '/v1/console/me', access: 'member', settingUp: true, summary: 'Who is signed in', output: ConsoleMe }, ({ scope }) => readConsoleMe(deps, scope)),
    ...accountRoutes(deps, '/v1/console', 'member'),
    ...staffRoutes(deps),
  ];
}
