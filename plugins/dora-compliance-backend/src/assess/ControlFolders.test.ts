import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { control } from '../testing/samples';
import { compileCatalogue } from './ControlCatalogue';
import { ControlFolders } from './ControlFolders';

const text = (id: string, assert: string, within = 'P90D') => `id: ${id}
code: CHG-99
title: T
objective: O
provisions:
  - { act: DORA, ref: '9(4)(e)', relation: supports }
lens: { area: resilience }
appliesTo: { kind: component }
severity: { critical-or-important: high, important: medium, standard: low }
population: { each: deployment, within: ${within} }
assess:
  - id: it
    text: It.
    assert: ${assert}
remediation: Fix it.
`;

const compileAll = (folders: ControlFolders, controls = folders.list()) =>
  compileCatalogue(controls, {
    locate: (id, field) => folders.locate(id, field),
  });

describe('ControlFolders', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'controls-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function write(id: string, ...of: [assert: string, within?: string]) {
    await mkdir(path.join(folder, id));
    const file = path.join(folder, id, 'control.yaml');
    await writeFile(file, text(id, ...of));
    return file;
  }

  it('names the file, the line and the nearest name of all that is wrong', async () => {
    const first = await write('chg-98-a', 'member.deployment.comit != ""');
    const second = await write('chg-99-b', 'change.independence.satisfied');
    const folders = new ControlFolders();
    await folders.addFolder(folder);
    const wrong = { ...folders.list()[1]!, population: { each: 'deploymnt' } };
    expect(() => compileAll(folders, [folders.list()[0]!, wrong])).toThrow(
      [
        "Controls can't be used:",
        `${first}:14: assess.0.assert: there is no "comit"; did you mean "commit"?`,
        `${second}:10: population.each: there is no population "deploymnt"; did you mean "deployment"?`,
      ].join('\n'),
    );
  });

  it('names a control that comes from no file by its id', () => {
    const folders = new ControlFolders();
    folders.add({ ...control, appliesTo: { 'spec.type': 'x' } });
    expect(() => compileAll(folders)).toThrow(
      `${control.id}: appliesTo: an asset has no field`,
    );
  });

  it('refuses two of the same id', async () => {
    await write(control.id, 'change.independence.satisfied');
    const folders = new ControlFolders();
    folders.add(control);
    await expect(folders.addFolder(folder)).rejects.toThrow(
      `There are two controls "${control.id}"`,
    );
  });
});
