import type { Control } from './Control';
import { findTextProblems, translateControl } from './ControlTexts';

const control = {
  title: 'Reviewed',
  objective: 'Each change is reviewed.',
  assess: [
    { id: 'reviewed', text: 'It was reviewed.', assert: 'member.reviewed' },
    { id: 'in-time', text: 'It was in time.', assert: 'member.inTime' },
  ],
  notCovered: ['Tags.', 'Wikis.'],
  remediation: 'Review it.',
} as unknown as Control;

const texts = {
  title: 'Geprüft',
  objective: 'Jede Änderung wird geprüft.',
  assess: { reviewed: 'Sie wurde geprüft.', 'in-time': 'Rechtzeitig.' },
  notCovered: ['Tags auch nicht.', 'Wikis auch nicht.'],
  remediation: 'Prüfen.',
};

describe('the texts of a control in another language', () => {
  it('replace the texts, and nothing that decides', () => {
    const translated = translateControl(control, texts);
    expect(translated.title).toBe('Geprüft');
    expect(translated.notCovered).toEqual(texts.notCovered);
    expect(translated.assess[1]).toEqual({
      ...control.assess[1],
      text: 'Rechtzeitig.',
    });
  });

  it('leave the control as it is where there are none', () => {
    expect(translateControl(control, undefined)).toBe(control);
  });

  it('say what is missing and what is too much', () => {
    expect(findTextProblems(control, texts)).toEqual([]);
    const { reviewed } = texts.assess;
    const flawed = {
      ...texts,
      assess: { reviewed, other: 'Anderes.' },
      notCovered: ['Tags.'],
    };
    const problems = findTextProblems(control, flawed);
    expect(problems.join(' ')).toContain('assess.in-time is missing');
    expect(problems.join(' ')).toContain('assess.other is no requirement');
    expect(problems.join(' ')).toContain('1 sentences, the control has 2');
    expect(translateControl(control, flawed).notCovered).toEqual([
      'Tags.',
      'Wikis.',
    ]);
    expect(translateControl(control, flawed).assess[1]!.text).toBe(
      'It was in time.',
    );
  });
});
