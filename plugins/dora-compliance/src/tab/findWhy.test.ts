import { fortyControls } from '../__testUtils__/fortyControls';
import { groupByWhy } from './findWhy';

it('groups controls by kind of reason, each in the order of codes', () => {
  const backwards = fortyControls.areas
    .flatMap(({ controls }) => controls)
    .sort((one, other) => other.control.code.localeCompare(one.control.code));
  const groups = groupByWhy(backwards, 'not-assessed').map(
    ({ why, controls }) => [why, controls.map(({ control }) => control.code)],
  );
  expect(groups).toEqual([
    ['never-received', ['CHG-03', 'CIC-05', 'GOV-02', 'XCT-01']],
    ['too-old', ['EVD-01', 'GOV-08']],
    ['incomplete', ['PRD-01']],
  ]);
});
