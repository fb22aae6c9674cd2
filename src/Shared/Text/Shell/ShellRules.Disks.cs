namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Disks, machines and the systems on them.</summary>
    private const string Disks = """
        files shred
        files srm
        files truncate -s=0|--size=0|-s0$
        harmless mkfs.ext2|mkfs.ext3|mkfs.ext4|mke2fs -n$
        disk mkfs|mkfs.ext2|mkfs.ext3|mkfs.ext4|mkfs.xfs|mkfs.btrfs|mkfs.vfat|mkfs.fat|mkfs.exfat|mkfs.f2fs|mkfs.ntfs|mke2fs|mkswap
        disk wipefs -a|--all
        disk fdisk|cfdisk|gdisk !-l|--list
        disk sfdisk !-l|--list|-d$|--dump|-J$|--json
        disk sgdisk -Z|--zap-all|-z|-o
        disk parted rm|mklabel|mktable
        disk parted @ rm|mklabel|mktable
        disk mdadm --zero-superblock|--stop|--remove|-S$
        volume lvremove|vgremove|pvremove !-t$|--test
        volume lvreduce
        volume btrfs subvolume|sub delete|del
        volume zfs destroy|rollback !-n
        volume zpool destroy|labelclear
        disk dmsetup remove|remove_all
        disk cryptsetup erase|luksErase|luksFormat|luksRemoveKey
        disk blkdiscard
        disk nvme format|sanitize
        volume ceph osd pool delete|rm
        volume rbd rm|remove
        rows hdfs|hadoop dfs|fs -rm -r|-R|-skipTrash
        disk diskpart
        disk format /q|/fs|/y
        disk format *:
        disk diskutil eraseDisk|eraseVolume|partitionDisk|zeroDisk
        disk diskutil apfs deleteContainer|deleteVolume
        files cipher /w
        infrastructure crontab -r
        compute systemctl stop|disable|mask|poweroff|reboot|halt
        compute service @ stop
        compute shutdown -s|/s|-r|/r|-h|-P|-p|/p !-a|/a
        compute shutdown|reboot|halt|poweroff !-a|/a|-c|-k|-l|/l
        network iptables|ip6tables -F|--flush|-X
        network nft flush|delete
        network ufw disable|reset
        network netsh advfirewall reset
        network ip link delete
        directory rsync --del|--delete|--delete-before|--delete-after|--delete-during|--delete-excluded|--remove-source-files !-n
        directory robocopy /MIR|/PURGE|/MOVE|/MOV !/L
        infrastructure bcdedit /delete
        infrastructure reg delete !/v
        compute wsl --unregister
        identity userdel|deluser|groupdel
        identity net user|localgroup @ /delete
        dns nsupdate
        compute sc delete
        compute remove-vm
        compute stop-computer|restart-computer
        disk clear-disk|remove-partition|initialize-disk|format-volume
        volume remove-virtualdisk|remove-storagepool
        files clear-recyclebin
        files clear-content
        infrastructure remove-service
        database remove-sqldatabase|remove-azsqldatabase
        project remove-azresourcegroup
        compute remove-azvm|remove-ec2instance|remove-azwebapp
        disk remove-azdisk
        volume remove-ec2volume
        snapshot remove-azsnapshot
        cluster remove-azakscluster|remove-clustergroup
        database remove-azcosmosdbaccount|remove-dbadatabase
        secret remove-azkeyvault|remove-azkeyvaultsecret
        infrastructure remove-azresource|remove-azresourcelock|remove-website
        table remove-ddbtable
        stack remove-cfnstack
        dns remove-dnsserverzone
        bucket remove-azstorageaccount|remove-s3bucket
        container remove-azstoragecontainer
        database remove-rdsdbinstance
        identity remove-aduser|remove-localuser|remove-adgroup|remove-adorganizationalunit|remove-mailbox
        backs-up database backup-sqldatabase|backup-dbadatabase
        backs-up disk new-azsnapshot|new-ec2snapshot
        backs-up directory compress-archive
        """;
}
