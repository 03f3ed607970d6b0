import {
  isMisspelt,
  nearestName,
  unknownKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

const ROOT = 'doraCompliance';

const PACKAGE =
  '@ict-assurance/backstage-plugin-dora-compliance-backend-module';

/** Keys of our own modules, and what to install for them. */
const modules: Readonly<Record<string, string>> = {
  azureDevOps: `${PACKAGE}-azure-devops`,
  cdevents: `${PACKAGE}-cdevents`,
  github: `${PACKAGE}-github`,
  gitlab: `${PACKAGE}-gitlab`,
  jenkins: `${PACKAGE}-jenkins`,
};

/** Read by the module of the catalog, of which this plugin knows nothing. */
const PIPELINES = 'pipelines';

/** Keys that are set and that nobody reads. */
export type UnreadKeys = {
  /** What must be corrected: settings of the backend would not hold. */
  problems: string[];
  /** What may be a mistake. */
  warnings: string[];
};

/**
 * Finds keys below `doraCompliance` that nobody reads. One that looks like a
 * setting of the backend is a problem: redaction that is misspelt would keep
 * what it is to take out. Others may belong to a module that is not installed,
 * or that does not report its key.
 */
export function findUnreadKeys(options: {
  /** The keys of the whole configuration. */
  root: readonly string[];
  /** The keys below `doraCompliance`. */
  given: readonly string[];
  /** The keys of the backend, each with those below it. */
  own: Readonly<Record<string, readonly string[]>>;
  ownedByModules: readonly string[];
}): UnreadKeys {
  const { root, given, own, ownedByModules } = options;
  const read = [...Object.keys(own), ...ownedByModules, PIPELINES];
  const problems = root
    .filter(key => isMisspelt(key, ROOT))
    .map(key => unknownKey(key, key, [ROOT]));
  const warnings: string[] = [];
  for (const key of given.filter(name => !read.includes(name))) {
    const module = modules[key];
    const ours = ownKeyMeantBy(key, own);
    if (module) {
      warnings.push(
        `${ROOT}.${key} is set, but its module is not installed: add ${module} to the backend`,
      );
    } else if (ours) {
      problems.push(`${ROOT}.${key} is unknown; did you mean ${ours}?`);
    } else {
      warnings.push(unreadWarning(key));
    }
  }
  return { problems, warnings };
}

/** The setting of the backend that was meant, perhaps at the wrong place. */
function ownKeyMeantBy(
  key: string,
  own: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const top = nearestName(key, Object.keys(own));
  const below = Object.entries(own).flatMap(([parent, children]) => {
    const child = children.find(name => name === key || isMisspelt(key, name));
    return child ? [`${parent}.${child}`] : [];
  });
  return below[0] ?? top;
}

function unreadWarning(key: string): string {
  const nearest = nearestName(key, [...Object.keys(modules), PIPELINES]);
  return nearest
    ? `${ROOT}.${key} is unknown; did you mean ${nearest}?`
    : `${ROOT}.${key} is set, but no installed module reports that it reads it`;
}
