-- Appends a batch to a chained log, or says why not. Writes the whole batch or nothing.
--
-- KEYS  stream of records, hash {seq, hash} of the head, hash key -> newest sequence
-- ARGV  the head's hash the batch is chained to; prefix of the keys that remember commands; seconds to remember them;
--       JSON {write: [append], judge: [append]}
--       append = {id, read = [key], at, remember = text, records = [{body, crc, hash, keys = [key]}]}
-- Gives JSON {seq, hash, written, write = [verdict], judge = [verdict]}: the head as it stood, and per append
--       {known = text} | {moved = [{key, seq}]} | {clear = true}. `judge` is judged after the write, and only then.

local stream, head, newest = KEYS[1], KEYS[2], KEYS[3]
local expected, command_prefix, seconds = ARGV[1], ARGV[2], ARGV[3]
local batch = cjson.decode(ARGV[4])

local function judge(append)
  local known = redis.call('GET', command_prefix .. append.id)
  if known then return { known = known } end
  local moved = {}
  for _, key in ipairs(append.read) do
    local seq = tonumber(redis.call('HGET', newest, key) or '0')
    if seq > append.at then moved[#moved + 1] = { key = key, seq = seq } end
  end
  if #moved > 0 then return { moved = moved } end
  return { clear = true }
end

local function write(append, seq)
  for _, record in ipairs(append.records) do
    seq = seq + 1
    local place = string.format('%d', seq)
    -- Refused by Redis when the stream has gone further than the head says; being the first write, it leaves no half.
    redis.call('XADD', stream, place .. '-0', 'body', record.body, 'crc', record.crc, 'hash', record.hash)
    for _, key in ipairs(record.keys) do redis.call('HSET', newest, key, place) end
    redis.call('HSET', head, 'seq', place, 'hash', record.hash)
  end
  redis.call('SET', command_prefix .. append.id, append.remember, 'EX', seconds)
  return seq
end

local seq = tonumber(redis.call('HGET', head, 'seq') or '0')
local hash = redis.call('HGET', head, 'hash') or string.rep('0', 64)
local reply = { seq = seq, hash = hash, written = hash == expected, write = {}, judge = {} }

for i, append in ipairs(batch.write) do
  reply.write[i] = judge(append)
  if not reply.write[i].clear then reply.written = false end
end

if reply.written then
  local last = seq
  for _, append in ipairs(batch.write) do last = write(append, last) end
  for i, append in ipairs(batch.judge) do reply.judge[i] = judge(append) end
end

return cjson.encode(reply)
