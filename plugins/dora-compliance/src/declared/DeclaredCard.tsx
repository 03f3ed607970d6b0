import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Text } from '@backstage/ui';
import {
  type DeclarationProblem,
  declarationOf,
  explainProblem,
  FunctionDeclaration,
  ProviderDeclaration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatDuration } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import surface from '../page/surface.module.css';
import styles from '../record/record.module.css';
import { Dependents } from './Dependents';

const kinds = {
  function: { title: 'Business function', schema: FunctionDeclaration },
  provider: { title: 'ICT third-party provider', schema: ProviderDeclaration },
};

/**
 * What a business function or an ICT third-party provider declares, and which
 * assets depend on it.
 */
export function DeclaredCard() {
  const { entity } = useEntity();
  const declaration = declarationOf(entity);
  if (declaration.of === 'asset') {
    return <></>;
  }
  const { title, schema } = kinds[declaration.of];
  const declared: Record<string, unknown> = declaration.declared;
  return (
    <EntityInfoCard title={title}>
      <Flex direction="column" gap="4" className={surface.surface}>
        <Problems problems={declaration.problems} />
        <dl className={styles.fields}>
          {Object.entries(schema.shape).map(([name, { description }]) => (
            <div key={name} className={styles.field}>
              <dt>{description}</dt>
              <dd>
                {declared[name] === undefined ? (
                  <Text color="secondary">
                    not declared — add <code>spec.dora.{name}</code>
                  </Text>
                ) : (
                  inWords(declared[name])
                )}
              </dd>
            </div>
          ))}
        </dl>
        <Dependents entity={entity} as={declaration.of} />
      </Flex>
    </EntityInfoCard>
  );
}

function Problems({ problems }: { problems: readonly DeclarationProblem[] }) {
  return problems.length === 0 ? null : (
    <Alert
      status="warning"
      icon
      title="Values that can't be read"
      description={problems.map(problem => (
        <div key={problem.field}>{explainProblem(problem)}.</div>
      ))}
    />
  );
}

/** Lists, and subcontractors by name and rank, as text. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map(inWords).join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).map(String).join(' · ');
  }
  return formatDuration(String(value));
}
