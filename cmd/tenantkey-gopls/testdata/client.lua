-- What a user of Neovim does with a file: open it, look at what is reported,
-- take the fix of each finding, save. What happened is printed as JSON. The
-- functions are those that Neovim 0.7 has.
local server, file, root = vim.env.SERVER, vim.env.FILE, vim.env.ROOT

local function fail(why)
  io.stdout:write('client: ' .. why .. '\n')
  vim.cmd('cquit 1')
end

local function wait(what, ready)
  if not vim.wait(180000, ready, 100) then
    fail('waited too long for ' .. what)
  end
end

local function found()
  local out = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.source == 'tenantkey' then
      table.insert(out, { line = d.lnum + 1, column = d.col + 1, message = d.message })
    end
  end
  return out
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
vim.bo.filetype = 'go'
local id = vim.lsp.start_client({ name = 'tenantkey-gopls', cmd = { server }, root_dir = root })
if not id then
  fail('the server does not start')
end
vim.lsp.buf_attach_client(0, id)
local result = {}
wait('findings', function() return #found() > 0 end)
result.before = found()

while #found() > 0 do
  local n, d = #found(), vim.diagnostic.get(0)[1]
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.source == 'tenantkey' then d = each end
  end
  local params = vim.lsp.util.make_range_params()
  params.range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.end_lnum, character = d.end_col } }
  params.context = { diagnostics = { d.user_data.lsp and vim.tbl_extend('keep', d.user_data.lsp, {
    range = params.range, message = d.message, source = d.source, severity = d.severity }) }, only = { 'quickfix' } }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 60000)
  local action = answers and answers[id] and answers[id].result and answers[id].result[1]
  if not action then
    fail('no fix is offered: ' .. vim.inspect(answers))
  end
  table.insert(result, action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  wait('the finding to go, and no other', function() return #found() == n - 1 end)
end
vim.cmd('write')

local titles = {}
for _, t in ipairs(result) do table.insert(titles, t) end
io.stdout:write(vim.json.encode({ before = result.before, titles = titles, after = #found() }) .. '\n')
vim.cmd('qall!')
