import pg from 'pg';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { refusalOfDatabaseError } from './database-conflicts.ts';

// Dates of law stay plain strings; instants are ISO strings; counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/**
 * What the rows policies let a transaction see (db/policies.sql). `all` is for the platform's own work: jobs, directories, statistics
 * refreshed by the clock. Everything done for a person runs under that person's own view.
 */
export type Scope =
  | { readonly sees: 'all' | 'public' | 'none' }
  | {
      readonly sees: 'subject';
      readonly subjects: readonly string[];
      /** Where some subjects are seen in certain matters only: `subject/matter`, and `subject/*` for those seen whole. */
      readonly grants?: readonly string[];
    }
  | { readonly sees: 'unit'; readonly unit: string }
  /** `units`: at a desk of an authority's own, the units whose records it may look at; absent at a service centre. */
  | { readonly sees: 'window'; readonly unit: string; readonly units?: readonly string[] }
  | { readonly sees: 'region'; readonly region: string };

/** One transaction. `name` makes a statement prepared once per connection. */
export interface Tx {
  query<R = Record<string, unknown>>(name: string, text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Statements whose text differs from call to call. */
  run<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Rows changed by the statement. */
  change(name: string, text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction under `scope`. A refusal rolls back and is returned; a thrown error rolls back and is thrown. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T | Refusal>;
  /** A read: never refuses by itself. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function beginUnder(scope: Scope): string {
  const literal = pg.escapeLiteral;
  const subjects = scope.sees === 'subject' ? scope.subjects.join(',') : '';
  const grants = scope.sees === 'subject' ? (scope.grants ?? []).join(',') : '';
  const unit = scope.sees === 'unit' || scope.sees === 'window' ? scope.unit : '';
  const units = scope.sees === 'window' ? (scope.units?.join(',') ?? '*') : '';
  const region = scope.sees === 'region' ? scope.region : '';
  // `set local` and not set_config(): only the former reaches the nodes of a distributed engine (design §8.9). One round trip.
  return `begin; set local app.sees = ${literal(scope.sees)}; set local app.subjects = ${literal(subjects)}; set local app.grants = ${literal(grants)}; set local app.unit = ${literal(unit)}; set local app.units = ${literal(units)}; set local app.region = ${literal(region)}`;
}

function txOf(client: pg.PoolClient): Tx {
  return {
    async query(name, text, values = []) {
      return (await client.query({ name, text, values: values as unknown[] })).rows;
    },
    async run(text, values = []) {
      return (await client.query({ text, values: values as unknown[] })).rows;
    },
    async change(name, text, values = []) {
      return (await client.query({ name, text, values: values as unknown[] })).rowCount ?? 0;
    },
  };
}

/** Opens the pool under the application's own role. */
export function openDatabase(url: string, options: { max: number; onError: (error: Error) => void }): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', options.onError);

  async function inside<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(beginUnder(scope));
      const result = await work(txOf(client));
      await client.query(isRefusal(result) ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    pool,
    async transaction(scope, work) {
      try {
        return await inside(scope, work);
      } catch (error) {
        const refusal = refusalOfDatabaseError(error);
        if (refusal) return refusal;
        throw error;
      }
    },
    read: inside,
    close: () => pool.end(),
  };
}

/** `($1,$2),($3,$4)…` with the flat values: several rows in one statement. */
export function valuesList(rows: readonly (readonly unknown[])[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = rows.map((row) => `(${row.map((value) => `$${values.push(value)}`).join(',')})`).join(',');
  return { text, values };
}

/** Inserts rows in one prepared statement whose name carries table, purpose and count. */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  suffix = '',
): Promise<void> {
  if (rows.length === 0) return;
  const { text, values } = valuesList(rows);
  await tx.change(
    `insert-${table}-${columns.length}-${rows.length}${suffix ? '-s' : ''}`,
    `insert into ${table} (${columns.join(',')}) values ${text} ${suffix}`,
    values,
  );
}
