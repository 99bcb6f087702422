import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { Me, TotpStart } from '@portico/contract/auth.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Say } from '../base/localize.ts';
import type { AccountMessage } from './account-messages.ts';
import type { AccountErrors, AccountField, AccountSection, AccountStep, AccountValues } from './account-step.ts';
import { digitsOf } from './login-view.ts';

export interface AccountHost extends ReactiveControllerHost {
  readonly me: Me | undefined;
  readonly say: Say<AccountMessage>;
  explain(error: unknown): string | undefined;
  explainField(message: string, otherwise: AccountMessage): string;
  /** Something about the person changed. */
  changed(): void;
}

/** What is wrong with an answer that the server refused. */
const refusals: Readonly<Record<AccountField, AccountMessage>> = {
  email: 'emailWrong', password: 'passwordWeak', code: 'wrongCode', proof: 'wrongProofCode',
};
const blank: AccountValues = { email: '', password: '', code: '', proof: '' };

/** What a person can change about themselves: one thing at a time, with a fresh proof where it is sensitive. */
export class AccountController implements ReactiveController {
  step: AccountStep = { kind: 'closed' };
  values = blank;
  errors: AccountErrors = {};
  failure: string | undefined;
  notice: string | undefined;
  totp: TotpStart | undefined;
  isBusy = false;
  readonly #host: AccountHost;
  readonly #client: () => PortalClient;
  #waiting: (() => Promise<void>) | undefined;

  constructor(host: AccountHost, client: () => PortalClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  close(notice?: string): void {
    this.#waiting = undefined;
    this.totp = undefined;
    this.#set({ step: { kind: 'closed' }, values: blank, errors: {}, failure: undefined, notice });
  }

  async open(section: AccountSection): Promise<void> {
    this.close();
    if (section !== 'totp') return this.#set({ step: { kind: 'asking', section } });
    await this.#sensitive('totp', async () => {
      this.totp = await this.#client().me.startTotp();
      this.#set({ step: { kind: 'asking', section: 'totp' } });
    });
  }

  async removeTotp(): Promise<void> {
    this.close();
    await this.#sensitive('totp', async () => {
      await this.#client().me.removeTotp();
      this.close(this.#host.say('totpRemoved'));
      this.#host.changed();
    });
  }

  type(field: AccountField, text: string): void {
    const isDigits = field === 'code' || (field === 'proof' && this.step.kind === 'proof' && this.step.by === 'code');
    const value = isDigits ? digitsOf(text) : text;
    this.#set({ values: { ...this.values, [field]: value }, errors: { ...this.errors, [field]: undefined } });
    if (isDigits && value.length === 6 && !this.isBusy) void this.submit();
  }

  async submit(): Promise<void> {
    if (this.isBusy || !this.#isComplete()) return;
    const { step } = this;
    if (step.kind === 'proof') return this.#prove(step.by);
    if (step.kind === 'recovery-codes') return this.close();
    if (step.kind === 'asking') return this.#answer(step.section);
  }

  #answer(section: AccountSection): Promise<void> {
    const { me } = this.#client();
    const { email, password, code } = this.values;
    switch (section) {
      case 'email': return this.#sensitive(section, async () => {
        await me.changeEmail(email.trim());
        this.close(this.#host.say('emailMailed'));
      });
      case 'password': return this.#sensitive(section, async () => {
        await me.changePassword(password);
        this.close(this.#host.say('passwordSaved'));
        this.#host.changed();
      });
      case 'totp': return this.#attempt('code', 'wrongCode', async () => {
        const { recoveryCodes } = await me.confirmTotp(code);
        this.#set({ step: { kind: 'recovery-codes', section: 'totp', codes: recoveryCodes } });
        this.#host.changed();
      });
    }
  }

  /** Does it, or asks for the proof first and then does it. */
  async #sensitive(section: AccountSection, act: () => Promise<void>): Promise<void> {
    await this.#attempt(section === 'email' || section === 'password' ? section : 'code', 'somethingWrong', async () => {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof PortalError) || error.code !== 'fresh_proof_required') throw error;
        this.#waiting = act;
        await this.#askForProof(section);
      }
    });
  }

  async #askForProof(section: AccountSection): Promise<void> {
    const by = this.#host.me?.hasPassword ? 'password' : 'code';
    if (by === 'code') await this.#client().me.mailProofCode();
    this.#set({ step: { kind: 'proof', section, by }, values: { ...this.values, proof: '' } });
  }

  async #prove(by: 'password' | 'code'): Promise<void> {
    const { proof } = this.values;
    await this.#attempt('proof', by === 'password' ? 'wrongPassword' : 'wrongProofCode', async () => {
      await this.#client().me.prove(by === 'password' ? { password: proof } : { code: proof });
      this.#set({ values: { ...this.values, proof: '' } });
      const { step } = this;
      // Back to the question: if what waited fails now, its own field says why.
      if (step.kind === 'proof' && step.section !== 'totp') this.#set({ step: { kind: 'asking', section: step.section } });
      await this.#waiting?.();
    });
  }

  async #attempt(field: AccountField, refused: AccountMessage, act: () => Promise<void>): Promise<void> {
    this.#set({ isBusy: true, failure: undefined, notice: undefined, errors: {} });
    try {
      await act();
    } catch (error) {
      this.#explain(error, field, refused);
    } finally {
      this.#set({ isBusy: false });
    }
  }

  #explain(error: unknown, field: AccountField, refused: AccountMessage): void {
    const { say } = this.#host;
    if (!(error instanceof PortalError)) return this.#set({ failure: say('somethingWrong') });
    if (error.code === 'unreachable') return this.#set({ failure: say('offline') });
    if (error.code === 'wrong_credentials') return this.#set({ errors: { [field]: say(refused) } });
    const named = error.fields.find((wrong) => wrong.field === field);
    if (named) return this.#set({ errors: { [field]: this.#host.explainField(named.message, named.reason === 'same_address' ? 'emailSame' : refusals[field]) } });
    this.#set({ failure: this.#host.explain(error) ?? say('somethingWrong') });
  }

  #isComplete(): boolean {
    const { step, values } = this;
    const { say } = this.#host;
    let wrong: [AccountField, AccountMessage] | undefined;
    if (step.kind === 'proof' && !values.proof) wrong = ['proof', step.by === 'password' ? 'passwordFirst' : 'codeFirst'];
    if (step.kind === 'asking') {
      if (step.section === 'email' && !values.email.trim()) wrong = ['email', 'emailFirst'];
      if (step.section === 'password' && values.password.length < 10) wrong = ['password', 'passwordShort'];
      if (step.section === 'totp' && values.code.length !== 6) wrong = ['code', 'codeFirst'];
    }
    this.#set({ errors: wrong ? { [wrong[0]]: say(wrong[1]) } : {}, failure: undefined });
    return !wrong;
  }

  #set(change: Partial<Pick<AccountController, 'step' | 'values' | 'errors' | 'failure' | 'notice' | 'isBusy'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
