import { eventLoopYielder } from './eventLoopYielder';

it('lets others go on while work computes', async () => {
  const yieldIfDue = eventLoopYielder();
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  while (others < 3) {
    await yieldIfDue();
  }
  clearInterval(timer);
  expect(others).toBeGreaterThanOrEqual(3);
});
