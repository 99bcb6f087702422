/** Does one thing at a time among all tabs of this browser that name it; among this page's calls where locks are missing. */
export async function exclusively<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (!locks) return task();
  let isRunning = false;
  try {
    return await locks.request(name, signal ? { signal } : {}, () => {
      isRunning = true;
      return task();
    });
  } catch (error) {
    // Refused together with storage: then there is nothing that tabs could share.
    if (isRunning || signal?.aborted) throw error;
    return task();
  }
}

export interface TabChannel<Message> {
  post(message: Message): void;
  close(): void;
}

/** Speaks to the other tabs of the same site; alone where the browser has no channel. */
export function tabChannel<Message>(name: string, listen: (message: Message) => void): TabChannel<Message> {
  const channel = openChannel(name);
  if (!channel) return { post: () => {}, close: () => {} };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => listen(data));
  // In Node a channel would keep the process alive.
  (channel as { unref?(): void }).unref?.();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves the origin
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** Undefined where the browser has none, or refuses it together with storage. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
