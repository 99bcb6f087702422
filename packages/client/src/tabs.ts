/** Does one thing at a time among all tabs of this browser that name it; among this page's calls where locks are missing. */
export async function exclusively<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? locks.request(name, signal ? { signal } : {}, task) : task();
}

export interface TabChannel<Message> {
  post(message: Message): void;
  close(): void;
}

/** Speaks to the other tabs of the same site; alone where the browser has no channel. */
export function tabChannel<Message>(name: string, listen: (message: Message) => void): TabChannel<Message> {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => listen(data));
  // In Node a channel would keep the process alive.
  (channel as { unref?(): void }).unref?.();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves the origin
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
