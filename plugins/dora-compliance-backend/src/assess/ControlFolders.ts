import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  loadControlFolder,
  locateField,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The controls that modules add, and the folders that they come from. */
export class ControlFolders {
  readonly #controls = new Map<string, Control>();
  readonly #folders = new Map<string, string>();

  /** @throws an Error if there is a control of the same id */
  add(control: Control, folder?: string): void {
    const { id } = control;
    if (this.#controls.has(id)) {
      throw new Error(`There are two controls "${id}"`);
    }
    this.#controls.set(id, control);
    if (folder) {
      this.#folders.set(id, folder);
    }
  }

  /** @throws an Error that names file, line and cause of what is wrong */
  async addFolder(folder: string): Promise<void> {
    for (const control of await loadControlFolder(folder)) {
      this.add(control, folder);
    }
  }

  /** All controls, in the order in which they were added. */
  list(): Control[] {
    return [...this.#controls.values()];
  }

  /** Where a field of a control stands; the id of one that is in no file. */
  locate(id: string, field: string): string {
    const folder = this.#folders.get(id);
    return folder ? locateField(folder, id, field) : id;
  }
}
