import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stripe's API as far as we use it, over real HTTP, for the official SDK: keys, form bodies, idempotency (same key and
 * same parameters give the first answer again, other parameters an error), expiry, refunds never above the charge.
 */
export interface StripeStandIn {
  readonly url: string;
  readonly sessions: Map<string, Session>;
  /** What was asked, in order. */
  readonly asked: { readonly path: string; readonly key: string | undefined; readonly params: Readonly<Record<string, string>> }[];
  readonly intents: Map<string, Intent>;
  readonly refunds: Map<string, Refund>;
  /** Cards that were saved and not detached. */
  readonly methods: Map<string, { customer: string; fate: CardFate }>;
  /** The client types a card on Stripe's page; what becomes of it later, where it is saved. */
  pay(sessionId: string, later?: CardFate): void;
  /** A refund comes back days later. */
  failRefund(refundId: string): void;
  /** Does the work of the next request, then drops the connection without an answer. */
  loseNextAnswers(count: number): void;
  close(): Promise<void>;
}

export type CardFate = 'pays' | 'is_slow' | 'declined' | 'asks';

/** A payment intent, as far as we read it. */
export interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  status: string;
  readonly amount: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly setup_future_usage: string | null;
  readonly metadata: Record<string, string>;
  readonly payment_method_types: string[];
  payment_method: unknown;
  last_payment_error: { code: string } | null;
}

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  status: string;
  readonly amount: number;
  readonly metadata: Record<string, string>;
}

export interface Session {
  readonly id: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  payment_intent: Intent | null;
  /** Asked for with `setup_future_usage`. */
  readonly saves: boolean;
  readonly customer: string | null;
  readonly amount_total: number;
  readonly currency: string;
  readonly metadata: Record<string, string>;
  refunded: number;
  [field: string]: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const errorOf = (status: number, type: string, message: string): Answer => ({ status, body: { error: { type, message } } });

export async function stripeStandIn(secretKey: string): Promise<StripeStandIn> {
  const sessions = new Map<string, Session>();
  const remembered = new Map<string, { readonly params: string; readonly answer: Answer }>();
  const asked: StripeStandIn['asked'][number][] = [];
  const intents = new Map<string, Intent>();
  const refunds = new Map<string, Refund>();
  const methods: StripeStandIn['methods'] = new Map();
  let lost = 0;

  function createSession(params: Readonly<Record<string, string>>): Answer {
    const amount = Number(params['line_items[0][price_data][unit_amount]']);
    if (params['mode'] !== 'payment' || !Number.isInteger(amount) || amount < 1) return errorOf(400, 'invalid_request_error', 'Invalid integer');
    if (!/^[a-z]{3}$/.test(params['line_items[0][price_data][currency]'] ?? '')) return errorOf(400, 'invalid_request_error', 'Invalid currency');
    const saves = params['payment_intent_data[setup_future_usage]'] === 'off_session';
    // As Stripe has it: a customer of one's own, or one that is made, but no address beside a customer.
    if (params['customer'] && (params['customer_email'] || params['customer_creation'])) return errorOf(400, 'invalid_request_error', 'You may only specify one of these parameters: customer, customer_email.');
    if (saves && !params['customer'] && params['customer_creation'] !== 'always') return errorOf(400, 'invalid_request_error', 'To save a payment method, a customer is needed');
    const id = `cs_test_${sessions.size + 1}`;
    const session: Session = {
      id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null, amount_total: amount, currency: params['line_items[0][price_data][currency]'] ?? '', refunded: 0, saves, customer: params['customer'] ?? (saves ? `cus_${sessions.size + 1}` : null),
      metadata: { attemptId: params['metadata[attemptId]'] ?? '' }, url: `https://checkout.stripe.com/c/pay/${id}`, expires_at: Number(params['expires_at']),
    };
    sessions.set(id, session);
    return { status: 200, body: session };
  }

  function refund(params: Readonly<Record<string, string>>): Answer {
    const session = [...sessions.values()].find(({ payment_intent }) => payment_intent?.id === params['payment_intent']);
    const amount = Number(params['amount']);
    if (!session) return errorOf(404, 'invalid_request_error', 'No such payment_intent');
    if (session.refunded + amount > session.amount_total) return errorOf(400, 'invalid_request_error', 'Refund amount is greater than unrefunded amount on charge');
    session.refunded += amount;
    const made: Refund = { id: `re_${session.id}_${session.refunded}`, object: 'refund', status: 'succeeded', amount, metadata: { refundId: params['metadata[refundId]'] ?? '' } };
    refunds.set(made.id, made);
    return { status: 200, body: made };
  }

  /** Off-session: a bank that wants to ask is an error 402 with the intent in it, as a declined card is. */
  function charge(params: Readonly<Record<string, string>>): Answer {
    const method = methods.get(params['payment_method'] ?? '');
    if (!method || method.customer !== params['customer']) return errorOf(400, 'invalid_request_error', `No such PaymentMethod: '${params['payment_method']}'`);
    if (params['off_session'] !== 'true' || params['confirm'] !== 'true') return errorOf(400, 'invalid_request_error', 'expected a charge without its owner');
    const code = { declined: 'card_declined', asks: 'authentication_required', pays: undefined, is_slow: undefined }[method.fate];
    const intent: Intent = {
      id: `pi_charge_${intents.size + 1}`, object: 'payment_intent', status: code ? 'requires_payment_method' : method.fate === 'is_slow' ? 'processing' : 'succeeded', amount: Number(params['amount']), currency: params['currency'] ?? '',
      customer: method.customer, setup_future_usage: null, metadata: { attemptId: params['metadata[attemptId]'] ?? '', charge: params['metadata[charge]'] ?? '' }, payment_method_types: ['card'], payment_method: params['payment_method'], last_payment_error: code ? { code } : null,
    };
    intents.set(intent.id, intent);
    return code ? { status: 402, body: { error: { type: 'card_error', code, message: 'Your card was declined.', payment_intent: intent } } } : { status: 200, body: intent };
  }

  const found = (what: unknown): Answer => (what ? { status: 200, body: what } : errorOf(404, 'invalid_request_error', 'No such object'));

  function routeCharges(method: string, path: string, params: Readonly<Record<string, string>>, query: URLSearchParams): Answer | undefined {
    const [, kind = '', id = '', act] = /^\/v1\/(payment_intents|payment_methods|refunds)\/(\w+)(\/detach)?$/.exec(path) ?? [];
    if (kind === 'payment_intents') return found(intents.get(id));
    if (kind === 'refunds') return found(refunds.get(id));
    if (kind === 'payment_methods' && act) return methods.delete(id) ? { status: 200, body: { id, object: 'payment_method', customer: null } } : errorOf(400, 'invalid_request_error', 'The payment method you provided is not attached to a customer');
    if (path !== '/v1/payment_intents') return undefined;
    return method === 'POST' ? charge(params) : { status: 200, body: { object: 'list', data: [...intents.values()].filter(({ customer }) => customer === query.get('customer')).reverse(), has_more: false, url: path } };
  }

  function route(method: string, path: string, params: Readonly<Record<string, string>>, query: URLSearchParams): Answer {
    const aboutCharge = routeCharges(method, path, params, query);
    if (aboutCharge) return aboutCharge;
    if (path === '/v1/account') return { status: 200, body: { id: 'acct_standin', object: 'account' } };
    if (method === 'POST' && path === '/v1/checkout/sessions') return createSession(params);
    if (method === 'POST' && path === '/v1/refunds') return refund(params);
    const [, id = '', expire] = /^\/v1\/checkout\/sessions\/(\w+)(\/expire)?$/.exec(path) ?? [];
    const session = sessions.get(id);
    if (!session) return errorOf(404, 'invalid_request_error', `No such checkout.session: ${id}`);
    if (expire && session.status !== 'open') return errorOf(400, 'invalid_request_error', 'Only open sessions can be expired');
    if (expire) session.status = 'expired';
    return { status: 200, body: session };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [path = '', search = ''] = (request.url ?? '').split('?');
    const params = Object.fromEntries(new URLSearchParams(body));
    const key = request.headers['idempotency-key'] as string | undefined;
    asked.push({ path, key, params });
    const answer = request.headers.authorization === `Bearer ${secretKey}` ? answerOnce(request.method ?? 'GET', path, params, new URLSearchParams(search), body, key) : errorOf(401, 'invalid_request_error', 'Invalid API Key provided');
    if (lost > 0) {
      lost -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': `req_${asked.length}` });
    response.end(JSON.stringify(answer.body));
  }

  function answerOnce(method: string, path: string, params: Readonly<Record<string, string>>, query: URLSearchParams, body: string, key: string | undefined): Answer {
    const known = method === 'POST' && key !== undefined ? remembered.get(key) : undefined;
    if (known && known.params !== path + body) return errorOf(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters they were first used with.');
    const answer = known?.answer ?? route(method, path, params, query);
    if (method === 'POST' && key !== undefined) remembered.set(key, { params: path + body, answer });
    return answer;
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sessions, intents, refunds, methods, asked,
    pay(sessionId, later = 'pays') {
      const session = sessions.get(sessionId);
      if (session?.status !== 'open') throw new Error('nothing to pay there');
      session.status = 'complete';
      session.payment_status = 'paid';
      const card = { id: `pm_${sessionId}`, object: 'payment_method', type: 'card', card: { brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2034 } };
      if (session.saves && session.customer) methods.set(card.id, { customer: session.customer, fate: later });
      session.payment_intent = {
        id: `pi_${sessionId}`, object: 'payment_intent', status: 'succeeded', amount: session.amount_total, currency: session.currency, customer: session.customer, setup_future_usage: session.saves ? 'off_session' : null,
        metadata: session.metadata, payment_method_types: ['card'], payment_method: card, last_payment_error: null,
      };
      intents.set(session.payment_intent.id, session.payment_intent);
    },
    failRefund(refundId) {
      const refund = refunds.get(refundId);
      if (!refund) throw new Error('no such refund');
      refund.status = 'failed';
    },
    loseNextAnswers: (count) => { lost = count; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
