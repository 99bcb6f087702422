import type { AgreeAutopayInput, OwnPlan, OwnPlanList, PlanRequestKind } from '@portico/contract/invoices/plans.ts';
import type { Http } from './http.ts';

export interface PlanOptions {
  readonly lang?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AskPlanWish {
  readonly kind: PlanRequestKind;
  readonly note?: string;
}

/** What is invoiced again and again, and paying it automatically. Everything needs somebody who is signed in. */
export interface PlansApi {
  /** Own plans, what comes next, and what is saved to pay them with. */
  list(options?: PlanOptions): Promise<OwnPlanList>;
  /** Asks the business for a pause, to go on, or for the end of a plan; nothing changes until it has answered. */
  ask(id: string, wish: AskPlanWish, options?: PlanOptions): Promise<OwnPlan>;
  takeBack(id: string, options?: PlanOptions): Promise<OwnPlan>;
  /** From now on a plan is paid with something that is saved; `version`, `lang` and `amountMinor` are those of the words that were shown. */
  payAutomatically(id: string, input: AgreeAutopayInput, options?: Pick<PlanOptions, 'signal'>): Promise<OwnPlan>;
  stopPayingAutomatically(id: string, options?: PlanOptions): Promise<OwnPlan>;
  /** Removes what is saved, here and at the payment provider. */
  removeMethod(id: string, options?: PlanOptions): Promise<OwnPlanList>;
}

export function plansApi(http: Http): PlansApi {
  const access = 'session';
  const at = (id: string, rest: string): string => `subscriptions/${encodeURIComponent(id)}${rest}`;
  const asked = ({ lang, signal }: PlanOptions = {}) => ({ access, query: { lang }, signal }) as const;
  return {
    list: (options) => http.get('subscriptions', asked(options)),
    ask: (id, json, options) => http.post(at(id, '/requests'), { ...asked(options), json }),
    takeBack: (id, options) => http.post(at(id, '/requests/take-back'), asked(options)),
    payAutomatically: (id, json, options) => http.post(at(id, '/autopay'), { ...options, access, json }),
    stopPayingAutomatically: (id, options) => http.post(at(id, '/autopay/stop'), asked(options)),
    removeMethod: (id, options) => http.post(`payment-methods/${encodeURIComponent(id)}/remove`, asked(options)),
  };
}
