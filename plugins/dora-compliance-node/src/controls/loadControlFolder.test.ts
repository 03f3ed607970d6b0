import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadControlFolder, parseControl } from './loadControlFolder';

const sound = `id: chg-99-test
code: CHG-99
title: A test
objective: To test
provisions:
  - { act: DORA, ref: '9(4)(e)', relation: supports }
lens: { area: resilience }
appliesTo: { kind: component }
severity: { critical-or-important: high, important: medium, standard: low }
population: { each: deployment, within: P90D }
assess:
  - id: it
    text: It.
    assert: change.independence.satisfied
remediation: Fix it.
`;

const problem = (text: string) => {
  try {
    parseControl(text, 'control.yaml');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('parseControl', () => {
  it('reads a control', () => {
    expect(parseControl(sound, 'control.yaml').id).toBe('chg-99-test');
  });

  it.each([
    ['control.yaml:7: lens.area', sound.replace('resilience', 'nowhere')],
    ['control.yaml:6: provisions.0.ref', sound.replace('9(4)(e)', 'Article 9')],
    ['control.yaml:10: population.within', sound.replace('P90D', '90 days')],
    ['control.yaml:13: assess.0.text', sound.replace('text: It.', 'text: ""')],
    ['control.yaml:3: ', sound.replace('code: CHG-99', 'code: [')],
    ['control.yaml:16: surplus Unrecognized key', `${sound}surplus: 1\n`],
  ])('says %s', (message, text) => {
    expect(problem(text)).toContain(message);
  });

  it('names no more problems than anybody reads', () => {
    const many = (each: (n: number) => string) =>
      Array.from({ length: 60 }, (_, n) => each(n)).join('\n');
    const invalid = problem(
      `${sound}parameters:\n${many(n => `  p${n}: 1`)}\n`,
    );
    const broken = problem(many(n => `key ${n}: "`));
    const twice = problem(`${sound}${many(() => 'lens: 1')}\n`);
    for (const message of [invalid, broken, twice]) {
      const lines = message!.split('\n');
      expect(lines).toHaveLength(51);
      expect(lines.at(-1)).toMatch(/^control.yaml: \d+ more problems$/);
    }
    expect(invalid).toContain('control.yaml:17: parameters.p0 ');
    expect(twice).toContain('control.yaml:16: lens is there twice; remove one');
  });

  it('names every problem at once', () => {
    const text = sound.replace('resilience', 'nowhere').replace('P90D', 'long');
    expect(problem(text)?.split('\n')).toHaveLength(2);
  });
});

describe('loadControlFolder', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'controls-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function write(name: string, text: string) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'control.yaml'), text);
  }

  it('reads every control in the order of their ids', async () => {
    await write('chg-99-test', sound);
    await write('chg-98-test', sound.replace('chg-99-test', 'chg-98-test'));
    await writeFile(path.join(folder, 'README.md'), 'no control');
    const ids = (await loadControlFolder(folder)).map(({ id }) => id);
    expect(ids).toEqual(['chg-98-test', 'chg-99-test']);
  });

  it('names every broken file at once', async () => {
    await write('chg-97-test', sound.replace('resilience', 'nowhere'));
    await write('chg-98-test', sound);
    await write('chg-99-test', sound);
    await mkdir(path.join(folder, 'chg-96-test'));
    const message = await loadControlFolder(folder).catch(String);
    expect(message).toContain('chg-97-test/control.yaml:7: lens.area');
    expect(message).toContain('the id is chg-99-test, the folder chg-98-test');
    expect(message).toContain('chg-96-test');
  });
});
