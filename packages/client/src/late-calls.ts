import { unreachable } from './portal-error.ts';

/** Calls whose code is fetched with the first of them: most pages that show something never sign anybody in. */
export function lateCalls<Api extends object>(load: () => Promise<Api>): Api {
  let loading: Promise<Api> | undefined;
  const calls = (): Promise<Api> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw unreachable(error);
    });
    return loading;
  };
  type Call = (...args: readonly unknown[]) => unknown;
  return new Proxy({} as Api, {
    get: (_, name) => async (...args: readonly unknown[]) => {
      const api = await calls() as Readonly<Record<string | symbol, Call>>;
      return api[name]?.(...args);
    },
  });
}
