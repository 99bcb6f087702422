import { BusinessPage, BusinessSettings, ChangeBusinessInput, ConsoleDoor, SignUpInput, SignUpResult } from '@portico/contract/business.ts';
import { CheckPageInput, PageCheck } from '@portico/contract/embed-check.ts';
import { BusinessKey } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import { toService } from '../bookings/public.ts';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { changeBusiness } from './change-business.ts';
import { checkPage } from './check-page.ts';
import { readBusinessPage, readBusinessSettings } from './read-business.ts';
import { signUp } from './sign-up.ts';

const OfBusiness = z.strictObject({ business: BusinessKey });

export function businessRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/businesses/{business}', access: 'visitor', summary: 'What any page may know of a business', params: OfBusiness, output: BusinessPage, publicCache: true },
      ({ scope }) => readBusinessPage(deps, scope)),
    route({ method: 'get', path: '/v1/console/door', access: 'open', summary: 'What the sign-in page must know', output: ConsoleDoor },
      async () => ({ signUpOpen: deps.config.signUpOpen, demo: deps.config.demo, mailboxUrl: deps.config.demo ? `${deps.config.publicUrl}/mailbox` : null })),
    route({ method: 'post', path: '/v1/console/sign-up', access: 'open', summary: 'Start a business', body: SignUpInput, output: SignUpResult, status: 201, rate: 'sign_in' },
      async ({ body, request, setHeader }) => {
        const { business, service, cookies, hostedUrl } = await signUp(deps, body, request);
        for (const cookie of cookies) setHeader('Set-Cookie', cookie);
        return { key: business.key, hostedUrl, service: toService(service, business) };
      }),
    route({ method: 'get', path: '/v1/console/business', access: 'member', summary: 'The business and its settings', output: BusinessSettings },
      ({ scope }) => readBusinessSettings(deps, scope)),
    route({ method: 'post', path: '/v1/console/page-checks', access: 'member', summary: 'Look at a page from outside: why does nothing show?', body: CheckPageInput, output: PageCheck, rate: 'heavy' },
      ({ scope, body }) => checkPage(deps, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/business', access: 'admin', summary: 'Change the settings', body: ChangeBusinessInput, output: BusinessSettings },
      ({ scope, body }, tx) => changeBusiness(deps, tx, scope, body)),
  ];
}
