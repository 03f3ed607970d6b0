import { createBreather } from './breathe';

it('lets others go on while work computes', async () => {
  const breathe = createBreather();
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  const giveUp = performance.now() + 3000;
  while (others < 3 && performance.now() < giveUp) {
    await breathe();
  }
  clearInterval(timer);
  expect(others).toBe(3);
});
