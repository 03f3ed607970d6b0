import { readdirSync } from 'node:fs';
import {
  loadControlFolder,
  loadControlTexts,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * What holds for the texts of controls in other languages: each control has all of
 * them, and what is missing is named. To be called within a `describe` of its own.
 *
 * @param folder - the folder of all controls
 * @param tags - the languages beside that of the control files, such as `de`
 * @public
 */
export function controlTextsContract(
  folder: string,
  tags: readonly string[],
): void {
  it.each(readdirSync(folder).sort())(
    `${tags.join(', ')}: has the texts of %s`,
    async id => {
      const controls = await loadControlFolder(folder);
      const control = controls.find(one => one.id === id)!;
      const texts = await loadControlTexts(folder, control);
      const missing = tags.filter(tag => !Object.hasOwn(texts, tag));
      expect(missing.map(tag => `${id}/text.${tag}.yaml`)).toEqual([]);
      const same = tags.filter(
        tag =>
          texts[tag]!.title === control.title ||
          texts[tag]!.remediation === control.remediation,
      );
      expect(same).toEqual([]);
    },
  );
}
