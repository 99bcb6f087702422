import type { LiveApi, LiveOptions } from './live.ts';

/** Nothing is live before something is shown: the code for it comes after the first screen. */
export function lateLive(options: LiveOptions): LiveApi {
  let loading: Promise<LiveApi> | undefined;
  return {
    subscribe(listener) {
      let isWanted = true;
      let leave: (() => void) | undefined;
      loading ??= import('./live.ts').then(({ createLive }) => createLive(options));
      // Without the code the page is only less lively.
      loading.then((live) => {
        if (isWanted) leave = live.subscribe(listener);
      }).catch(() => { loading = undefined; });
      return () => {
        isWanted = false;
        leave?.();
      };
    },
  };
}
