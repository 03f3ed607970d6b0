import {
  type Control,
  translateControl,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ControlTranslations,
  loadControlFolder,
  loadControlTexts,
  locateField,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The controls that modules add, and the folders that they come from. */
export class ControlFolders {
  readonly #controls = new Map<string, Control>();
  readonly #texts = new Map<string, ControlTranslations>();
  readonly #folders = new Map<string, string>();

  /**
   * @param texts - in other languages
   * @throws an Error if there is a control of the same id
   */
  add(control: Control, texts: ControlTranslations = {}): void {
    const { id } = control;
    if (this.#controls.has(id)) {
      throw new Error(`There are two controls "${id}"`);
    }
    this.#controls.set(id, control);
    this.#texts.set(id, texts);
  }

  /** @throws an Error that names file, line and cause of what is wrong */
  async addFolder(folder: string): Promise<void> {
    for (const control of await loadControlFolder(folder)) {
      this.add(control, await loadControlTexts(folder, control));
      this.#folders.set(control.id, folder);
    }
  }

  /** All controls, in the order in which they were added. */
  list(): Control[] {
    return [...this.#controls.values()];
  }

  /** A control in a language; one without texts in it stays as it is. */
  translate(control: Control, tag: string): Control {
    return translateControl(control, this.#texts.get(control.id)?.[tag]);
  }

  /** Where a field of a control stands; the id of one that is in no file. */
  locate(id: string, field: string): string {
    const folder = this.#folders.get(id);
    return folder ? locateField(folder, id, field) : id;
  }
}
