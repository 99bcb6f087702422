import type { Problem } from '@portico/contract/errors.ts';
import type { LiveMessage } from '@portico/contract/live.ts';
import type { FakeBusiness } from './fake-business.ts';
import type { FakeInvoices } from './fake-invoices.ts';

export interface FakeRequest {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}
export type FakeRoutes = Readonly<Record<string, (request: FakeRequest) => unknown>>;

export interface FakeOptions {
  readonly business?: FakeBusiness;
  readonly isSignedIn?: boolean;
  readonly isDemo?: boolean;
  readonly role?: 'owner' | 'admin' | 'member';
  readonly mustAddTotp?: boolean;
  /** What keeps every client from being erased. */
  readonly unsettled?: readonly string[];
}

/** What the fake's routes share. */
export interface FakeState {
  readonly data: FakeBusiness;
  readonly money: FakeInvoices;
  readonly options: FakeOptions;
  isSignedIn: boolean;
  isFresh: boolean;
  hasTotp: boolean;
  tell(message: LiveMessage): void;
}

export class FakeRefusal extends Error {
  readonly problem: Problem;

  constructor(status: number, code: Problem['code'], detail: string, rest: Partial<Problem> = {}) {
    super(detail);
    this.problem = { type: 'about:blank', title: code, status, code, detail, requestId: 'req-fake', ...rest };
  }
}
