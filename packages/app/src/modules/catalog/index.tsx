import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
  type CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog/alpha';
import {
  createComplianceColumn,
  createCriticalityColumn,
} from '@ict-assurance/backstage-plugin-dora-compliance';
import { Fragment } from 'react';

const leftOut = ['entity.metadata.description', 'entity.metadata.tags'];

/** Hides description and tags, so that criticality and compliance fit. */
const columns: CatalogTableColumnsFunc = context => {
  const [title, name, ...others] = CatalogTable.defaultColumnsFunc(context);
  const named = { ...name!, cellStyle: { minWidth: 180 } };
  return [
    title!,
    named,
    createCriticalityColumn(),
    createComplianceColumn(),
    ...others.filter(({ field }) => !leftOut.includes(String(field))),
  ];
};

/**
 * Columns of the catalog can't be extended otherwise: its page has inputs for
 * filters and exports only.
 */
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: (originalFactory, { inputs, config }) =>
    originalFactory({
      params: {
        loader: async () => (
          <CatalogIndexPage
            columns={columns}
            pagination={config.pagination}
            filters={
              <>
                {inputs.filters.map(filter => (
                  <Fragment key={filter.node.spec.id}>
                    {filter.get(coreExtensionData.reactElement)}
                  </Fragment>
                ))}
              </>
            }
          />
        ),
      },
    }),
});

export const catalogWithCriticality = catalogPlugin.withOverrides({
  extensions: [catalogPage],
});
