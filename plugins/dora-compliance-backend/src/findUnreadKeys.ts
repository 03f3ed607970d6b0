import {
  isMisspelt,
  nearestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { unknownKey } from '@ict-assurance/backstage-plugin-dora-compliance-node';

const ROOT = 'doraCompliance';

const PACKAGE =
  '@ict-assurance/backstage-plugin-dora-compliance-backend-module';

/** Keys of our own modules, and which package to install for them. */
const modules: Readonly<Record<string, string>> = {
  alertmanager: `${PACKAGE}-alertmanager`,
  azureDevOps: `${PACKAGE}-azure-devops`,
  cdevents: `${PACKAGE}-cdevents`,
  github: `${PACKAGE}-github`,
  gitlab: `${PACKAGE}-gitlab`,
  grafana: `${PACKAGE}-grafana`,
  jenkins: `${PACKAGE}-jenkins`,
  jiraServiceManagement: `${PACKAGE}-jira-service-management`,
  pagerduty: `${PACKAGE}-pagerduty`,
  runtime: `${PACKAGE}-runtime`,
  servicenow: `${PACKAGE}-servicenow`,
};

/** Read by the catalog module, which this plugin does not know. */
const PIPELINES = 'pipelines';

/** Configuration keys that are set and that nothing reads. */
type UnreadKeys = {
  /** Errors: a setting of the backend would have no effect. */
  problems: string[];
  /** Possible mistakes. */
  warnings: string[];
};

/**
 * Finds keys below `doraCompliance` that nothing reads. A key that looks like a
 * setting of the backend is an error: a misspelled redaction setting would keep
 * what it should remove. Other keys may belong to a module that is not
 * installed, or that does not report its key.
 */
export function findUnreadKeys(options: {
  /** The keys of the whole configuration. */
  root: readonly string[];
  /** The keys below `doraCompliance`. */
  given: readonly string[];
  /** The keys of the backend, each with the keys below it. */
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

/**
 * The setting of the backend that was probably meant, perhaps in the wrong
 * place.
 */
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
