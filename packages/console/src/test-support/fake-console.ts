import { stopClockAt } from '../ui/clock.ts';
import { installFakeApi } from './fake-api.ts';
import { fakeNow, makeEmptyBusiness } from './fake-business.ts';

/** Entry for screenshots: the real console over the fake API. `?state=away`, `?state=empty`, `?state=totp`. */
const wanted = new URLSearchParams(location.search).get('state') ?? '';
stopClockAt(fakeNow);
const api = installFakeApi({ isSignedIn: wanted !== 'away', mustAddTotp: wanted === 'totp', ...(wanted === 'empty' && { business: makeEmptyBusiness() }) });
Object.assign(globalThis, { fakeApi: api });
await import('../main.ts');
