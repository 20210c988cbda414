import { LIBRARY_SCOPE } from '@/lib/search/facets'

/** What the tallies should say, by reading every row. */
export const COUNTED_ANEW = `
  SELECT scope, facet, count(*)::int AS agents FROM (
    SELECT workspace_id AS scope, unnest(facets) AS facet FROM agent_cards
    UNION ALL SELECT workspace_id, 'level:' || unnest(levels) FROM agent_cards
    UNION ALL SELECT '${LIBRARY_SCOPE}'::uuid, unnest(facets) FROM listings
    UNION ALL SELECT '${LIBRARY_SCOPE}'::uuid, 'level:' || unnest(levels) FROM listings
  ) AS carried
  GROUP BY scope, facet ORDER BY scope, facet COLLATE "C"`

/** What they say. */
export const TALLIES = 'SELECT scope, facet, agents FROM tallies WHERE agents <> 0 ORDER BY scope, facet'
