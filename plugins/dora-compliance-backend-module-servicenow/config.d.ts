export interface Config {
  doraCompliance?: {
    /**
     * Incidents of ServiceNow. Without `webhookSecrets` or `webhookTokens`,
     * the module is off and logs this.
     */
    servicenow?: {
      /**
       * Secrets with which the business rule signs deliveries. To rotate, list the old
       * and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities and
             * repositories, such as `component:default/ledger` and
             * `github.com/bank/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Tokens that are sent as `Authorization: Bearer <token>`. They count only if a
       * delivery has no signature. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities and
             * repositories, such as `component:default/ledger` and
             * `github.com/bank/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * How far the signed time of a delivery may be from the clock of the backend.
       * Default: PT5M.
       */
      signatureTolerance?: string;
      /**
       * Which catalog entity a service is, if an incident does not name it. The
       * first rule that matches counts. Default: none.
       */
      services?: Array<{
        /**
         * A pattern of the name or the id of the service: `*` matches anything
         * except a slash, `**` matches anything.
         */
        name: string;
        /** The entity, such as `component:default/ledger`. */
        entity: string;
        /**
         * Where the service runs, by the name that pipelines deploy to, if an incident
         * does not say it. Default: not known.
         */
        environment?: string;
      }>;
      /**
       * Names of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * may be production. Default: none.
       */
      nonProductionEnvironments?: string[];
    };
  };
}
