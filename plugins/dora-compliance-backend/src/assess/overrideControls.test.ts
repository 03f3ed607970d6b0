import { control } from '../testing/samples';
import { overrideControls } from './overrideControls';

const withParameter = {
  ...control,
  parameters: {
    keptDays: {
      'critical-or-important': 400,
      important: 90,
      standard: 90,
      stricter: 'higher' as const,
      basis: 'policy' as const,
    },
  },
};
const rationale = 'Incidents are looked into within a year.';

describe('overrideControls', () => {
  it('changes the controls that it names, and no others', () => {
    const other = { ...control, id: 'chg-98-other' };
    const [first, second] = overrideControls([withParameter, other], {
      [control.id]: { parameters: { keptDays: { rationale, standard: 365 } } },
    });
    expect(first?.parameters?.keptDays).toMatchObject({ standard: 365 });
    expect(second).toBe(other);
  });

  it('names every key that is wrong', () => {
    const misspelt = `${control.id}x`;
    expect(() =>
      overrideControls([withParameter], {
        [misspelt]: {},
        [control.id]: { parameters: { keptDays: { rationale, standard: 1 } } },
      }),
    ).toThrow(
      [
        "The configuration can't be used:",
        `doraCompliance.controls.${misspelt}: no such control is installed; did you mean "${control.id}"?`,
        `doraCompliance.controls.${control.id}.parameters.keptDays.standard: 1 is not stricter than 90; add approvedBy and approvedOn`,
      ].join('\n'),
    );
  });
});
