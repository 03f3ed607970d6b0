import { createBreather } from './breathe';

it('lets others go on while work computes', async () => {
  const breathe = createBreather();
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  while (others < 3) {
    await breathe();
  }
  clearInterval(timer);
  expect(others).toBeGreaterThanOrEqual(3);
});
