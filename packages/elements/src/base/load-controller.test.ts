import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pending } from '../test-support/fake-client.ts';
import { equal, ok } from '../test-support/mount.ts';
import { LoadController } from './load-controller.ts';

class Host implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly controllers: ReactiveController[] = [];
  addController(controller: ReactiveController): void { this.controllers.push(controller); }
  removeController(): void {}
  requestUpdate(): void { this.updates += 1; }
}

describe('LoadController', () => {
  it('loads when connected, and tells its host', async () => {
    const host = new Host();
    const load = new LoadController(host, async () => 'value');
    equal(load.result, { state: 'idle' });
    load.hostConnected();
    equal(load.result, { state: 'loading' });
    await Promise.resolve();
    await Promise.resolve();
    equal([load.result, host.updates], [{ state: 'ready', value: 'value' }, 2]);
  });

  it('keeps the old value while it reloads and when that fails', async () => {
    const answers = [Promise.resolve('old'), Promise.reject(new Error('no'))];
    const load = new LoadController(new Host(), () => answers.shift()!);
    await load.run();
    const again = load.run();
    equal(load.result, { state: 'loading', value: 'old' });
    await again;
    equal([load.result.state, load.result.value], ['failed', 'old']);
  });

  it('aborts the older run, whatever order the answers come in', async () => {
    const [slow, quick] = [pending<string>(), pending<string>()];
    const answers = [slow, quick];
    const signals: AbortSignal[] = [];
    const load = new LoadController(new Host(), (signal) => {
      signals.push(signal);
      return answers.shift()!.promise;
    });
    const runs = [load.run(), load.run()];
    quick.resolve('new');
    slow.resolve('old');
    await Promise.all(runs);
    ok(signals[0]?.aborted && !signals[1]?.aborted, 'the wrong one was aborted');
    equal(load.result, { state: 'ready', value: 'new' });
  });

  it('stays quiet after its host has left', async () => {
    const host = new Host();
    const answer = pending<string>();
    const load = new LoadController(host, () => answer.promise);
    const run = load.run();
    load.hostDisconnected();
    answer.reject(new Error('aborted'));
    await run;
    equal([load.result.state, host.updates], ['loading', 1]);
  });

  it('drops the value and loads another when what it depends on changes; waits while there is nothing', async () => {
    let business: string | undefined;
    const load = new LoadController(new Host(), async () => `of ${business}`, () => business);
    load.hostConnected();
    equal(load.result, { state: 'idle' });
    business = 'one';
    load.hostUpdate();
    await load.run();
    equal(load.result, { state: 'ready', value: 'of one' });
    business = 'two';
    load.hostUpdate();
    equal(load.result, { state: 'loading' });
  });
});
