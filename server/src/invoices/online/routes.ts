import { PaymentAccount, PaymentAccountList, PaymentAttempt, ProviderName, ResolveReviewInput, ReviewItem, ReviewList, SetPaymentAccountInput, StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import { BusinessKey, Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { readKey } from '../../http/idempotency.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { listAccounts, setAccount, testAccount } from './payment-accounts.ts';
import { readAttempt } from './read-attempt.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { listReviews, settleReview } from './review.ts';
import { startPayment } from './start-payment.ts';

const ById = z.strictObject({ id: Id });
/** Providers send what they like; only the signature on the raw bytes counts. */
const AnyEvent = z.looseObject({});

export function onlinePaymentRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    // Not one transaction: the provider is asked in between. The key is kept on the attempt itself.
    route({ method: 'post', path: '/v1/payments/attempts', access: 'client', summary: 'Start paying invoices. Needs the header `Idempotency-Key`', body: StartPaymentInput, output: PaymentAttempt, status: 201, rate: 'book' },
      ({ scope, body, request }) => startPayment(deps, scope, body, readKey(request.header('idempotency-key')))),
    route({ method: 'get', path: '/v1/payments/attempts/{id}', access: 'client', summary: 'How a try to pay stands', params: ById, output: PaymentAttempt }, ({ scope, params }) => readAttempt(deps, scope, params.id)),
    route({ method: 'post', path: '/v1/payments/webhooks/{provider}/{key}', access: 'open', summary: 'For payment providers: something happened', params: z.strictObject({ provider: ProviderName, key: BusinessKey }), body: AnyEvent, output: Nothing, maxBody: 256_000, rate: 'read' },
      ({ params, text, request }) => receiveWebhook(deps, { provider: params.provider, businessKey: params.key, rawBody: text, header: (name) => request.header(name) })),
    route({ method: 'get', path: '/v1/console/payment-accounts', access: 'admin', summary: 'Payment providers', output: PaymentAccountList }, ({ scope }) => listAccounts(deps, scope)),
    route({ method: 'post', path: '/v1/console/payment-accounts/{provider}', access: 'owner', summary: 'Set up a payment provider', params: z.strictObject({ provider: ProviderName }), body: SetPaymentAccountInput, output: PaymentAccount, rate: 'heavy' },
      ({ scope, params, body }) => setAccount(deps, scope, params.provider, body)),
    route({ method: 'post', path: '/v1/console/payment-accounts/{provider}/test', access: 'owner', summary: 'Ask the provider whether the key works', params: z.strictObject({ provider: ProviderName }), output: PaymentAccount, rate: 'heavy' }, ({ scope, params }) => testAccount(deps, scope, params.provider)),
    route({ method: 'get', path: '/v1/console/reviews', access: 'member', summary: 'Payments that need a person', output: ReviewList }, ({ scope }) => listReviews(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/reviews/{id}/settle', access: 'admin', summary: 'Somebody dealt with it', params: ById, body: ResolveReviewInput, output: ReviewItem }, ({ scope, params, body }, tx) => settleReview(deps, tx, scope, params.id, body)),
  ];
}
