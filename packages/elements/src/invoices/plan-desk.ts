import type { OwnPlan, PlanRequestKind, SavedMethod } from '@portico/contract/invoices/plans.ts';
import type * as Acts from './plan-acts.template.ts';

/** What the client is about to ask of one plan. */
export interface PlanWish {
  readonly planId: string;
  readonly kind: PlanRequestKind;
  readonly note: string;
}

/** How things stand with plans, and what can be done about them. */
export interface PlanDesk {
  readonly wish: PlanWish | undefined;
  /** What opens, once somebody has opened something. */
  readonly acts: typeof Acts | undefined;
  /** The plan whose words are being read again, to agree with a card that is saved. */
  readonly reading: string | undefined;
  /** Plans that the client has ticked while paying. */
  readonly ticked: ReadonlySet<string>;
  /** What is being done: `auto <plan>`. */
  readonly busy: string | undefined;
  readonly failure: { readonly of: string; readonly text: string } | undefined;
  tick(plan: OwnPlan, isTicked: boolean): void;
  consider(plan: OwnPlan): Promise<void>;
  change(change: Partial<Pick<PlanWish, 'kind' | 'note'>>): void;
  read(plan: OwnPlan): Promise<void>;
  ask(): Promise<void>;
  takeBack(plan: OwnPlan): Promise<void>;
  stop(plan: OwnPlan): Promise<void>;
  remove(method: SavedMethod): Promise<void>;
  agree(plan: OwnPlan, method: SavedMethod): Promise<void>;
}
