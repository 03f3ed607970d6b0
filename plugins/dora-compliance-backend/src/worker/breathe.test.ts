import { createBreather } from './breathe';

it('lets others go on while work computes', async () => {
  const breathe = createBreather();
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  const until = performance.now() + 60;
  while (performance.now() < until) {
    await breathe();
  }
  clearInterval(timer);
  expect(others).toBeGreaterThan(2);
});
