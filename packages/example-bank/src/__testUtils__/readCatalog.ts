import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import { parseAllDocuments } from 'yaml';

const FOLDER = path.resolve(__dirname, '../../catalog');

/** What the catalog makes of the files of the bank, with relations. */
export async function readCatalog(): Promise<Entity[]> {
  const [location] = read('all.yaml');
  const files = location?.spec?.targets as string[];
  const entities = files.flatMap(read);
  const processor = new BuiltinKindsEntityProcessor();
  const relations: Record<string, NonNullable<Entity['relations']>> = {};
  for (const entity of entities) {
    if (!(await processor.validateEntityKind(entity))) {
      throw new Error(`${entity.kind} ${entity.metadata.name} is of no kind`);
    }
    const from = { type: 'file', target: FOLDER };
    await processor.postProcessEntity(entity, from, result => {
      if (result.type === 'relation') {
        const { source, type, target } = result.relation;
        (relations[stringifyEntityRef(source)] ??= []).push({
          type,
          targetRef: stringifyEntityRef(target),
        });
      }
    });
  }
  return entities.map(entity => ({
    ...entity,
    relations: relations[stringifyEntityRef(entity)] ?? [],
  }));
}

function read(file: string): Entity[] {
  return parseAllDocuments(readFileSync(path.join(FOLDER, file), 'utf8')).map(
    document => {
      if (document.errors.length > 0) {
        throw new Error(`${file}: ${document.errors.join(', ')}`);
      }
      return document.toJS();
    },
  );
}

/** Everything an entity refers to, in the words of the file. */
export function listReferences(entity: Entity): string[] {
  const { spec = {} } = entity;
  const dora = (spec.dora ?? {}) as Record<string, any>;
  const full = (kind: string) => (text: string) =>
    stringifyEntityRef(parseEntityRef(text, { defaultKind: kind }));
  const listed = (value: unknown) => [value ?? []].flat() as string[];
  return [
    ...listed(spec.owner).map(full('group')),
    ...listed(spec.parent).map(full('group')),
    ...listed(spec.memberOf).map(full('group')),
    ...listed(spec.system).map(full('system')),
    ...listed(spec.domain).map(full('domain')),
    ...listed(spec.dependsOn).map(full('')),
    ...listed(dora.functions).map(full('resource')),
    ...listed(dora.provider).map(full('resource')),
    ...listed(dora.pipeline?.deploys).map(full('component')),
    ...listed(dora.subcontractors)
      .flatMap((one: any) => listed(one.provider))
      .map(full('resource')),
  ];
}
