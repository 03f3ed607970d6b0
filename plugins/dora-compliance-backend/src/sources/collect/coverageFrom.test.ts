import { at } from '../../testing/samples';
import { coverageFrom } from './coverageFrom';

describe('from when on a round covers', () => {
  it('is the last whole one, however far rounds may look back', () => {
    const target = { addedAt: at(1), lastCompleteAt: at(30) };
    expect(coverageFrom(target, at(10))).toBe(at(30));
  });

  it('is where rounds end to look back after a long silence', () => {
    const target = { addedAt: at(1), lastCompleteAt: at(30) };
    expect(coverageFrom(target, at(40))).toBe(at(40));
  });

  it('is when it was added before any was whole', () => {
    expect(coverageFrom({ addedAt: at(1) }, at(0))).toBe(at(1));
  });
});
