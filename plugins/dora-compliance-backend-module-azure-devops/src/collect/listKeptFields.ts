const LIST = ['count', 'value'];

/** What is kept of variable groups: names, and which are secret; never values. */
const VARIABLE_GROUPS = [...LIST, 'id', 'name', 'variables.*', 'isSecret'];

/** What is kept of definitions: where they are, and their variables, likewise. */
const DEFINITIONS = [...VARIABLE_GROUPS, 'process', 'yamlFilename', 'type'];

/** What is kept of service connections: never what they authorize with. */
const CONNECTIONS = [
  ...LIST,
  'id',
  'name',
  'createdBy',
  'displayName',
  'uniqueName',
  'descriptor',
];

const KEPT: readonly [RegExp, readonly string[]][] = [
  [/\/distributedtask\/variablegroups\?/, VARIABLE_GROUPS],
  [/\/build\/definitions\?/, DEFINITIONS],
  [/\/serviceendpoint\/endpoints\?/, CONNECTIONS],
];

/** Which fields of the answer to a path are kept; undefined for all. */
export function listKeptFields(path: string): readonly string[] | undefined {
  return KEPT.find(([pattern]) => pattern.test(path))?.[1];
}
