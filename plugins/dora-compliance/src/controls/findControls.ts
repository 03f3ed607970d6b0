import {
  Area,
  type ControlView,
  findLayer,
  Layer,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CatalogAddress } from './useCatalogAddress';

/** Controls that belong together; either an area or a layer. */
export type ControlGroup = { controls: ControlView[] } & (
  | { by: 'area'; id: Area }
  | { by: 'layer'; id: Layer }
);

/** What people write before the number of an article. */
const ARTICLE = /^art(\.|icle|ikel)?$/;

/** The controls that an address asks for, in groups without the empty ones. */
export function findControls(
  controls: readonly ControlView[],
  { text, area, grouping }: CatalogAddress,
): ControlGroup[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && !ARTICLE.test(word));
  const found = controls
    .filter(control => !area || control.lens.area === area)
    .filter(control => {
      const searched = listTexts(control).join(' ').toLowerCase();
      return words.every(word => searched.includes(word));
    })
    .sort((one, other) => one.code.localeCompare(other.code));
  const groups: ControlGroup[] =
    grouping === 'layer'
      ? Layer.options.map(id => ({
          by: 'layer',
          id,
          controls: found.filter(({ code }) => findLayer(code) === id),
        }))
      : Area.options.map(id => ({
          by: 'area',
          id,
          controls: found.filter(({ lens }) => lens.area === id),
        }));
  return groups.filter(group => group.controls.length > 0);
}

/** What a control can be found by: its texts, and the provisions that it cites. */
function listTexts(control: ControlView): string[] {
  const { id, code, title, objective, assess, provisions } = control;
  return [
    ...[id, code, title, objective],
    ...assess.map(one => one.text),
    ...provisions.flatMap(({ act, ref }) => [act, act.replace('-', ' '), ref]),
  ];
}
