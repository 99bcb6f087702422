import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { SignInResult } from '@portico/contract/auth.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepLink } from '../base/hash-route.ts';
import type { PortalRoute } from '../base/hash-route.ts';
import type { Emit } from '../base/portal-events.ts';
import type { Say } from '../base/localize.ts';
import type { BaseMessage } from '../base/base-messages.ts';
import type { SignInDetail } from './auth-events.ts';
import type { LoginMessage } from './login-messages.ts';
import type * as Steps from './login-steps.ts';
import { digitsOf, fieldsOf } from './login-view.ts';
import type { LoginErrors, LoginField, LoginValues, LoginView } from './login-view.ts';

export interface LoginHost extends ReactiveControllerHost {
  readonly locale: string;
  readonly say: Say<LoginMessage | BaseMessage>;
  explain(error: unknown): string | undefined;
  explainField(message: string, otherwise: LoginMessage): string;
  /** What comes beyond the first question, with its words; fetched at the first sign of it. */
  steps(): Promise<typeof Steps>;
}

/** What is wrong with an answer that the server refused. */
const refusals: Readonly<Record<LoginField, LoginMessage>> = {
  email: 'emailWrong', password: 'passwordWeak', code: 'wrongCode', recoveryCode: 'wrongRecovery', name: 'nameFirst',
};

const none: LoginValues = { email: '', password: '', code: '', recoveryCode: '', name: '' };
/** Sections of a mail's link that are ours. */
const ours = ['invitation', 'reset', 'sign-in', 'confirm-email'];

/** The way in: which question comes next, and what became of the last answer. It never renders. */
export class LoginController implements ReactiveController {
  view: LoginView = { kind: 'sign-in' };
  values = none;
  errors: LoginErrors = {};
  /** What is wrong with the whole attempt. */
  failure: string | undefined;
  /** What went well. */
  notice: string | undefined;
  isBusy = false;
  /** A link of a mail is being looked at: nothing is asked yet. */
  isOpening = false;
  readonly #host: LoginHost;
  readonly #client: () => PortalClient;
  readonly #emit: Emit;

  constructor(host: LoginHost, client: () => PortalClient, emit: Emit) {
    this.#host = host;
    this.#client = client;
    this.#emit = emit;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#set({ values: { ...none, email: this.values.email } });
  }

  type(field: LoginField, text: string): void {
    const value = field === 'code' ? digitsOf(text) : text;
    this.#set({ values: { ...this.values, [field]: value }, errors: { ...this.errors, [field]: undefined } });
    if (field === 'code' && value.length === 6 && !this.isBusy) void this.submit();
  }

  show(kind: 'sign-in' | 'reset', notice?: string): Promise<void> {
    return kind === 'reset' ? this.attempt('somethingWrong', () => this.go({ kind })) : this.go({ kind }, notice);
  }

  /** Between the digits of the app and a recovery code. */
  switchSecondStep(): void {
    if (this.view.kind === 'totp') void this.go({ ...this.view, kind: 'recovery' });
    else if (this.view.kind === 'recovery') void this.go({ ...this.view, kind: 'totp' });
  }

  /** A link of a mail was opened. Nothing is consumed yet. */
  async follow(route: PortalRoute): Promise<void> {
    if (!route.parts[0] || !ours.includes(route.section)) return;
    this.#set({ isOpening: true });
    // Without the code the link stays in the address bar, so that opening it again is possible.
    await this.attempt('invitationGone', async () => (await this.#steps()).follow(this, this.#client(), route));
    this.#set({ isOpening: false });
  }

  /** Answers the question that is on the screen. */
  async submit(): Promise<void> {
    if (this.isBusy || !this.#isComplete()) return;
    const { email, password } = this.values;
    if (this.view.kind === 'sign-in') return this.enter('password', 'wrongPassword', () => this.#client().auth.signIn({ email: email.trim(), password, ...returnTo() }));
    const { submitStep } = await this.#steps();
    await submitStep(this, this.#client(), this.#host);
  }

  /** Without a password: six digits (and a link) by mail. */
  async mailCode(): Promise<void> {
    const email = this.values.email.trim();
    if (!email) return this.#set({ errors: { email: this.#host.say('emailFirst') } });
    const isAgain = this.view.kind === 'code';
    await this.attempt('somethingWrong', async () => {
      await this.#steps();
      const { challengeId } = await this.#client().auth.mailCode({ email, lang: this.#host.locale, ...returnTo() });
      this.values = { ...this.values, code: '' };
      await this.go({ kind: 'code', challengeId, isNewDevice: false }, isAgain ? this.#host.say('codeAgainSent') : undefined);
    });
  }

  async enter(by: SignInDetail['by'], refused: LoginMessage, send: () => Promise<SignInResult>): Promise<void> {
    if (!this.#emit('portal-before-sign-in', { by })) return;
    await this.attempt(refused, async () => {
      const result = await send();
      if (result.status === 'signed_in') {
        this.values = { ...none, email: this.values.email };
        return this.go({ kind: 'sign-in' });
      }
      const { challengeId, next } = result.challenge;
      this.values = { ...this.values, code: '', recoveryCode: '' };
      await this.go(next === 'totp' ? { kind: 'totp', challengeId } : { kind: 'code', challengeId, isNewDevice: true });
    });
  }

  /** Mistakes keep what was typed; a code that was wrong is marked, so that the next one replaces it. */
  async attempt(refused: LoginMessage, act: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.#set({ isBusy: true, failure: undefined, notice: undefined, errors: {} });
    try {
      await act();
    } catch (error) {
      await this.#explain(error, refused);
    } finally {
      this.#set({ isBusy: false });
    }
  }

  async #explain(error: unknown, refused: LoginMessage): Promise<void> {
    const { say } = this.#host;
    if (!(error instanceof PortalError)) return this.#set({ failure: say('somethingWrong') });
    const asked = fieldsOf[this.view.kind];
    const named = error.fields.filter(({ field }) => asked.includes(field as LoginField));
    const wordsFor = (field: string, message: string): string => this.#host.explainField(message, refusals[field as LoginField]);
    if (named.length > 0) return this.#set({ errors: Object.fromEntries(named.map(({ field, message }) => [field, wordsFor(field, message)])) });
    if (error.code === 'unreachable') return this.#set({ failure: say('offline') });
    if (error.code === 'rate_limited') return this.#set({ failure: waitOf(error, say) });
    if (!['wrong_credentials', 'not_found', 'not_signed_in', 'conflict'].includes(error.code)) {
      return this.#set({ failure: this.#host.explain(error) ?? say('somethingWrong') });
    }
    const why = error.code === 'conflict' && error.reason ? this.#host.explain(error) : undefined;
    if (refused.endsWith('Gone')) return this.go({ kind: refused === 'resetGone' ? 'reset' : 'sign-in' }, undefined, why ?? say(refused));
    const field = asked[0];
    if (this.view.kind !== 'sign-in' && field) return this.#set({ errors: { [field]: say(refused) } });
    this.#set({ failure: say(refused) });
  }

  /** Nothing is sent that cannot be right. */
  #isComplete(): boolean {
    const { say } = this.#host;
    const isNew = this.view.kind === 'invitation' || this.view.kind === 'new-password';
    const { email, password, code, recoveryCode, name } = this.values;
    const wrong: Record<LoginField, string | undefined> = {
      email: email.trim() ? undefined : say('emailFirst'),
      password: isNew && password.length < 10 ? say('passwordShort') : password ? undefined : say('passwordFirst'),
      code: code.length === 6 ? undefined : say('codeFirst'),
      recoveryCode: recoveryCode.trim() ? undefined : say('recoveryFirst'),
      name: name.trim() ? undefined : say('nameFirst'),
    };
    const errors = Object.fromEntries(fieldsOf[this.view.kind].filter((field) => wrong[field]).map((field) => [field, wrong[field]]));
    this.#set({ errors, failure: undefined });
    return Object.keys(errors).length === 0;
  }

  async go(view: LoginView, notice?: string, failure?: string): Promise<void> {
    if (view.kind !== 'sign-in') await this.#steps();
    this.#set({ view, notice, failure, errors: {} });
  }

  #steps(): Promise<typeof Steps> {
    return this.#host.steps().catch((error: unknown) => { throw new PortalError('unreachable', 'The rest of the form did not arrive.', { cause: error }); });
  }

  #set(change: Partial<Pick<LoginController, 'view' | 'values' | 'errors' | 'failure' | 'notice' | 'isBusy' | 'isOpening'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}

function waitOf({ retryAfter = 60 }: PortalError, say: Say<LoginMessage>): string {
  return retryAfter > 90 ? say('tooManyMinutes', { count: Math.ceil(retryAfter / 60) }) : say('tooMany', { count: retryAfter });
}

const longest = 500;

/** The page where this began, and what it is about: there the mail's link leads back. */
function returnTo(): { readonly returnTo?: string } {
  const page = location.href.replace(/#.*$/, '') + deepLink();
  return /^https?:/.test(page) && page.length <= longest ? { returnTo: page } : {};
}
