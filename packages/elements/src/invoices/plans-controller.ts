import type { PortalClient } from '@portico/client/portal-client.ts';
import type { ConsentShownInput, OwnPlan, SavedMethod } from '@portico/contract/invoices/plans.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import type { InvoicesMessage } from './invoices-messages.ts';
import type { PlanDesk, PlanWish } from './plan-desk.ts';

/** Asking about plans, and paying them automatically or not. */
export class PlansController implements PlanDesk {
  wish: PlanWish | undefined;
  acts: PlanDesk['acts'];
  reading: string | undefined;
  readonly ticked = new Set<string>();
  busy: string | undefined;
  failure: PlanDesk['failure'];
  readonly #door: InvoicesDoor;
  readonly #reload: () => Promise<void>;

  constructor(door: InvoicesDoor, reload: () => Promise<void>) {
    this.#door = door;
    this.#reload = reload;
  }

  tick({ id }: OwnPlan, isTicked: boolean): void {
    this.ticked[isTicked ? 'add' : 'delete'](id);
    this.#door.host.requestUpdate();
  }

  /** What is agreed to by paying these: one plan at a time, and only what was ticked. */
  agreedBy(plans: readonly OwnPlan[], invoiceIds: readonly string[]): (ConsentShownInput & { subscriptionId: string }) | undefined {
    const plan = plans.find(({ id, open }) => this.ticked.has(id) && open.some(({ invoiceId }) => invoiceIds.includes(invoiceId)));
    return plan?.consent ? { subscriptionId: plan.id, ...shown(plan.consent) } : undefined;
  }

  /** Opens what can be asked about a plan, or closes it again. */
  async consider({ id, state }: OwnPlan): Promise<void> {
    this.wish = this.wish?.planId === id ? undefined : { planId: id, kind: state === 'paused' ? 'resume' : 'pause', note: '' };
    await this.#open(`ask ${id}`, '.plan-wish input');
  }

  change(change: Partial<Pick<PlanWish, 'kind' | 'note'>>): void {
    if (this.wish) this.wish = { ...this.wish, ...change };
    this.#door.host.requestUpdate();
  }

  /** Shows the words again that a client may agree to. */
  async read({ id }: OwnPlan): Promise<void> {
    this.reading = this.reading === id ? undefined : id;
    await this.#open(`auto ${id}`, '[data-action="agree"]');
  }

  async #open(of: string, focus: string): Promise<void> {
    this.failure = undefined;
    try {
      this.acts ??= await import('./plan-acts.template.ts');
      if (this.wish || this.reading) this.#door.focus(focus);
    } catch (error) {
      this.wish = this.reading = undefined;
      this.failure = { of, text: this.#door.complain(error) };
    }
    this.#door.host.requestUpdate();
  }

  async ask(): Promise<void> {
    const { wish } = this;
    if (!wish) return;
    const said = { pause: 'askedPause', resume: 'askedResume', cancel: 'askedCancel' } as const;
    await this.#try(`ask ${wish.planId}`, (client) => client.plans.ask(wish.planId, { kind: wish.kind, note: wish.note.trim() }), said[wish.kind]);
  }

  takeBack = ({ id }: OwnPlan): Promise<void> => this.#try(`ask ${id}`, (client) => client.plans.takeBack(id), 'tookBack');
  stop = ({ id, name }: OwnPlan): Promise<void> => this.#try(`auto ${id}`, (client) => client.plans.stopPayingAutomatically(id), 'stoppedAutopay', { plan: name });
  remove = ({ id, label }: SavedMethod): Promise<void> => this.#try(`remove ${id}`, (client) => client.plans.removeMethod(id), 'removedMethod', { method: label });
  agree = ({ id, name, consent }: OwnPlan, method: SavedMethod): Promise<void> =>
    this.#try(`auto ${id}`, async (client) => consent && client.plans.payAutomatically(id, { methodId: method.id, ...shown(consent) }), 'agreedNow', { plan: name });

  async #try(of: string, work: (client: PortalClient) => Promise<unknown>, done: InvoicesMessage, values: Readonly<Record<string, string>> = {}): Promise<void> {
    const client = this.#door.client();
    if (!client || this.busy) return;
    this.#become({ busy: of });
    try {
      await work(client);
      this.wish = this.reading = undefined;
      await this.#reload();
      this.#door.announce(this.#door.say(done, values));
      this.#become({});
    } catch (error) {
      const text = this.#door.complain(error);
      // What it was about may be different by now: the words or the amount.
      await this.#reload();
      this.#become({ failure: { of, text } });
    }
  }

  #become({ busy, failure }: Partial<Pick<PlansController, 'busy' | 'failure'>>): void {
    this.busy = busy;
    this.failure = failure;
    this.#door.host.requestUpdate();
  }
}

const shown = ({ version, lang, amountMinor }: NonNullable<OwnPlan['consent']>): ConsentShownInput => ({ version, lang, amountMinor });
