import { documentWith } from '@/lib/agents/testing/documents'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { query } from '@/lib/postgres/test-server'

/**
 * Makes `times` agents of each agent that there is, in seconds instead of minutes: with the same figures, facets and
 * words, in rows of their own. Their documents are brief, because no list reads them, and what triggers would count is
 * multiplied too. For a superuser, who alone may pass over foreign keys.
 */
export async function multiply(superuserUrl: string, times: number): Promise<void> {
  const copies = `generate_series(1, ${times - 1}) AS n`
  const copied = (columns: string, table: string) => `SELECT ${columns} FROM ${table}, ${copies}`
  const briefs = FORMULA_IDS.map(
    (formula) => `('${formula}', '${JSON.stringify(documentWith({ formula }))}'::jsonb)`,
  )
  const moment = (name: string) => `${name} - n * interval '7 minutes'`
  const face = `workspace_id, kind, vendor, tags, formula, formula_rank, severity, base_tenths, threat_hundredths,
    mitigation_hundredths, ratings, levels, uncertain, uncertain_layers, facets`
  await query(
    superuserUrl,
    `SET session_replication_role = replica; SET synchronous_commit = off;
     SET gin_pending_list_limit = '64MB'; SET work_mem = '256MB';
     CREATE FUNCTION pg_temp.nth(id uuid, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
       SELECT overlay(overlay(md5(id::text || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$;
     CREATE FUNCTION pg_temp.nth(name text, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT left(name, 70) || '-copy-' || n $$;
     CREATE TEMPORARY TABLE briefs (formula, brief) AS VALUES ${briefs.join()};
     INSERT INTO agents (id, workspace_id, slug, visibility, created_at)
       ${copied(`pg_temp.nth(id, n), workspace_id, pg_temp.nth(slug, n), visibility, ${moment('created_at')}`, 'agents')};
     INSERT INTO drafts (agent_id, workspace_id, document, version, published_version, updated_at, updated_by)
       ${copied(`pg_temp.nth(agent_id, n), workspace_id, brief, version, published_version, ${moment('updated_at')}, updated_by`, "(SELECT brief FROM briefs WHERE formula = 'aivss-0.8') AS b, drafts")};
     INSERT INTO revisions (agent_id, workspace_id, number, document, formula, score_tenths, severity, note, byline, published_at, withdrawn_at)
       ${copied(`pg_temp.nth(agent_id, n), workspace_id, number, brief, formula, score_tenths, severity, note, byline, ${moment('published_at')}, withdrawn_at`, 'revisions JOIN briefs USING (formula)')};
     INSERT INTO public_names (slug, workspace_id, agent_id, claimed_at)
       ${copied('pg_temp.nth(slug, n), workspace_id, pg_temp.nth(agent_id, n), claimed_at', 'public_names')};
     INSERT INTO movements (id, workspace_id, agent_id, at, cause, number, before_formula, before_tenths, before_severity, after_formula, after_tenths, after_severity)
       ${copied(`pg_temp.nth(id, n), workspace_id, pg_temp.nth(agent_id, n), ${moment('at')}, cause, number, before_formula, before_tenths, before_severity, after_formula, after_tenths, after_severity`, 'movements')};
     INSERT INTO agent_cards (${face}, agent_id, slug, name, name_key, words, visibility, draft_state, version, updated_at, updated_by, number, published_at, score_key)
       ${copied(`${face}, pg_temp.nth(agent_id, n), pg_temp.nth(slug, n), pg_temp.nth(name, n), pg_temp.nth(name_key, n), words, visibility, draft_state, version, ${moment('updated_at')}, updated_by, number, ${moment('published_at')}, score_key`, 'agent_cards')};
     INSERT INTO listings (${face}, agent_id, slug, name, name_key, words, number, published_at, summary, notices, score_tenths)
       ${copied(`${face}, pg_temp.nth(agent_id, n), pg_temp.nth(slug, n), pg_temp.nth(name, n), pg_temp.nth(name_key, n), words, number, ${moment('published_at')}, summary, notices, score_tenths`, 'listings')};
     INSERT INTO audit_events (id, workspace_id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail)
       ${copied(`pg_temp.nth(id, n), workspace_id, ${moment('at')}, actor_kind, actor_id, action, subject_kind, pg_temp.nth(subject_id, n), detail`, 'audit_events')};
     INSERT INTO search_words (scope, word, variants)
       ${copied(`scope, word || n, ARRAY(SELECT variant || n FROM unnest(variants) AS variant)`, 'search_words')} WHERE n <= 10;
     UPDATE tallies SET agents = agents * ${times};
     INSERT INTO tallies (scope, facet, agents)
       ${copied(`scope, facet || '-' || n, 1`, 'tallies')} WHERE facet LIKE 'tag:%';
     UPDATE severity_days SET change = change * ${times}`,
  )
  await query(superuserUrl, 'VACUUM (ANALYZE)')
}
