import { requireMatch } from './requireMatch.mjs';
import { fillTemplate } from './fillTemplate.mjs';

const CONTROLS = 'plugins/dora-compliance-backend-module-controls/controls';

/** Creates a control, e.g. `gov-09-tested-restore`. Returns the files. */
export function createControl(root, id) {
  const [, area, number, name] = requireMatch(
    id,
    /^([a-z]+)-(\d\d)-([a-z0-9-]+)$/,
    'gov-09-tested-restore',
  );
  const words = name.replaceAll('-', ' ');
  return fillTemplate(root, 'control', `${CONTROLS}/${id}`, {
    id,
    code: `${area.toUpperCase()}-${number}`,
    title: words[0].toUpperCase() + words.slice(1),
  });
}
