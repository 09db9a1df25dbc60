/**
 * Property tests take the same cases on every machine; `FC_SEED` explores others. `test/properties` prints
 * which.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261121) });
