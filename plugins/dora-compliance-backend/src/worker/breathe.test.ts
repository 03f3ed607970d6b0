import { createBreather } from './breathe';

it('lets others go on while work computes', async () => {
  const breathe = createBreather();
  let others = 0;
  const tick = () => {
    others += 1;
    timer = setImmediate(tick);
  };
  let timer = setImmediate(tick);
  const until = performance.now() + 60;
  while (performance.now() < until) {
    await breathe();
  }
  clearImmediate(timer);
  expect(others).toBeGreaterThan(2);
});
