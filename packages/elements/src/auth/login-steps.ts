import type { PortalClient } from '@portico/client/portal-client.ts';
import { clearRoute } from '../base/hash-route.ts';
import type { PortalRoute } from '../base/hash-route.ts';
import type { LoginController, LoginHost } from './login-controller.ts';

export { laterLoginMessages as messages } from './login-later-messages.ts';
export { stepColumn } from './step-column.template.ts';
export { invitedEmail, stepFields, stepLabels } from './step-form.template.ts';

/** A link of a mail: looking at it consumes nothing. Its token leaves the address bar; where it leads on stays. */
export async function follow(login: LoginController, { auth }: PortalClient, { section, parts: [token = '', ...onward] }: PortalRoute): Promise<void> {
  if (onward.length > 0) location.replace(`#portal/${onward.map(encodeURIComponent).join('/')}`);
  else clearRoute();
  if (section === 'sign-in') return login.go({ kind: 'link', token });
  if (section === 'reset') return login.go({ kind: 'new-password', token });
  if (section === 'confirm-email') return login.go({ kind: 'confirm-email', token });
  const preview = await auth.invitation(token);
  login.values = { ...login.values, name: preview.name };
  return login.go({ kind: 'invitation', token, preview });
}

/** Answers the question that is on the screen, beyond the first. */
export async function submitStep(login: LoginController, { auth }: PortalClient, { say, locale: lang }: LoginHost): Promise<void> {
  const { view, values: { email, password, code, recoveryCode, name } } = login;
  switch (view.kind) {
    case 'code': return login.enter('code', 'wrongCode', () => auth.verifyCode({ challengeId: view.challengeId, code }));
    case 'totp': return login.enter('totp', 'wrongCode', () => auth.verifyTotp({ challengeId: view.challengeId, code }));
    case 'recovery': return login.enter('totp', 'wrongRecovery', () => auth.verifyTotp({ challengeId: view.challengeId, recoveryCode }));
    case 'link': return login.enter('link', 'linkGone', () => auth.verifyLink(view.token));
    case 'invitation': return login.enter('invitation', 'invitationGone', () => auth.acceptInvitation({ token: view.token, password, name: name.trim() }));
    case 'reset': return login.attempt('somethingWrong', async () => {
      await auth.reset({ email: email.trim(), lang });
      await login.go({ kind: 'reset-sent' });
    });
    case 'new-password': return login.attempt('resetGone', async () => {
      await auth.confirmReset({ token: view.token, password });
      login.values = { ...login.values, password: '' };
      await login.show('sign-in', say('resetDone'));
    });
    case 'confirm-email': return login.attempt('confirmGone', async () => {
      const { done, newEmail } = await auth.confirmEmail(view.token);
      await login.show('sign-in', done ? say('confirmDone', { email: newEmail }) : say('confirmHalf'));
    });
    default: return login.show('sign-in');
  }
}
