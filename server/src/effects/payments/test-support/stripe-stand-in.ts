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
  /** The client types a card on Stripe's page. */
  pay(sessionId: string): void;
  /** Does the work of the next request, then drops the connection without an answer. */
  loseNextAnswers(count: number): void;
  close(): Promise<void>;
}

export interface Session {
  readonly id: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  payment_intent: { id: string; object: 'payment_intent'; status: string; payment_method_types: string[]; last_payment_error: null } | null;
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
  let lost = 0;

  function createSession(params: Readonly<Record<string, string>>): Answer {
    const amount = Number(params['line_items[0][price_data][unit_amount]']);
    if (params['mode'] !== 'payment' || !Number.isInteger(amount) || amount < 1) return errorOf(400, 'invalid_request_error', 'Invalid integer');
    if (!/^[a-z]{3}$/.test(params['line_items[0][price_data][currency]'] ?? '')) return errorOf(400, 'invalid_request_error', 'Invalid currency');
    const id = `cs_test_${sessions.size + 1}`;
    const session: Session = {
      id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null, amount_total: amount, currency: params['line_items[0][price_data][currency]'] ?? '', refunded: 0,
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
    return { status: 200, body: { id: `re_${session.id}_${session.refunded}`, object: 'refund', status: 'succeeded', amount } };
  }

  function route(method: string, path: string, params: Readonly<Record<string, string>>): Answer {
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
    const path = (request.url ?? '').split('?')[0] ?? '';
    const params = Object.fromEntries(new URLSearchParams(body));
    const key = request.headers['idempotency-key'] as string | undefined;
    asked.push({ path, key, params });
    const answer = request.headers.authorization === `Bearer ${secretKey}` ? answerOnce(request.method ?? 'GET', path, params, body, key) : errorOf(401, 'invalid_request_error', 'Invalid API Key provided');
    if (lost > 0) {
      lost -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': `req_${asked.length}` });
    response.end(JSON.stringify(answer.body));
  }

  function answerOnce(method: string, path: string, params: Readonly<Record<string, string>>, body: string, key: string | undefined): Answer {
    const known = method === 'POST' && key !== undefined ? remembered.get(key) : undefined;
    if (known && known.params !== path + body) return errorOf(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters they were first used with.');
    const answer = known?.answer ?? route(method, path, params);
    if (method === 'POST' && key !== undefined) remembered.set(key, { params: path + body, answer });
    return answer;
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sessions, asked,
    pay(sessionId) {
      const session = sessions.get(sessionId);
      if (session?.status !== 'open') throw new Error('nothing to pay there');
      session.status = 'complete';
      session.payment_status = 'paid';
      session.payment_intent = { id: `pi_${sessionId}`, object: 'payment_intent', status: 'succeeded', payment_method_types: ['card'], last_payment_error: null };
    },
    loseNextAnswers: (count) => { lost = count; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
