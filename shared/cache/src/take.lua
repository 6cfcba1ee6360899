-- Takes a token from each bucket, or from none. KEYS: the buckets. ARGV: now; then of each bucket, how long a token takes
-- to come back and how long the whole bucket does. Times are milliseconds. A key holds when its bucket is full again, as
-- in the table (proconnect_domain::RateLimit::take). Answers how long to wait: 0 if the tokens were taken.
local now = tonumber(ARGV[1])
local full, wait = {}, 0
for i, key in ipairs(KEYS) do
  local every, most = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  full[i] = math.max(tonumber(redis.call('GET', key) or now), now) + every
  wait = math.max(wait, full[i] - now - most)
end
if wait == 0 then
  for i, key in ipairs(KEYS) do
    -- Gone some time after it is full, when it says no more than a key that is not there.
    redis.call('SET', key, string.format('%.0f', full[i]), 'PX', string.format('%.0f', full[i] - now + 60000))
  end
end
return wait
